import type { Cite } from '../policy/document.ts';
import type { Check } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';

/** Clauses nobody has accepted as they are, which blocks publication, and figures that rest on an assumption. */
export const checkSources: Check = (c) => [
  ...(c.doc.untranslatable ?? []).flatMap((clause, i): readonly Finding[] => {
    if (clause.accepted !== undefined) return [];
    const args = { clause: clause.id, count: String(clause.taints.length) };
    const more = { node: clause.id, fix: fix('accept-clause', args) };
    return [finding('error', 'untranslatable-open', `untranslatable.${i}`, args, more)];
  }),
  ...assumed(c.doc),
];

interface Assumed {
  readonly path: string;
  readonly cite: Cite;
  count: number;
}

/** Each assumption once, with the places that rest on it. */
function assumed(doc: unknown): readonly Finding[] {
  const found = new Map<string, Assumed>();
  const look = (here: unknown, path: string): void => {
    if (typeof here !== 'object' || here === null) return;
    for (const [key, value] of Object.entries(here)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (key === 'cite' && Array.isArray(value)) (value as readonly Cite[]).forEach((cite) => note(cite, path));
      else look(value, at);
    }
  };
  const note = (cite: Cite, path: string): void => {
    if (cite.basis !== 'assumed') return;
    const key = JSON.stringify([cite.doc, cite.clause, cite.why]);
    const had = found.get(key);
    if (had) had.count += 1;
    else found.set(key, { path, cite, count: 1 });
  };
  look(doc, '');
  return [...found.values()].map(({ path, cite, count }) => {
    const source = cite.clause === undefined ? cite.doc : `${cite.doc} ${cite.clause}`;
    const args = { source, count: String(count) };
    return finding('hint', 'figure-assumed', path, args, { fix: fix('find-source', args) });
  });
}
