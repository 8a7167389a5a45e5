import type { Basis, Cite, PolicyDoc } from '@tidu/rules';

/** One cited document with how often it is cited and on what footing. */
export interface CitedDocument {
  readonly doc: string;
  readonly url: string | undefined;
  readonly count: number;
  readonly bases: ReadonlySet<Basis>;
}

/** Every citation anywhere in the document, in document order. */
export function citesOf(part: unknown): readonly Cite[] {
  if (Array.isArray(part)) return part.flatMap(citesOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === 'cite' ? (value as readonly Cite[]) : citesOf(value)));
}

export function citedDocuments(doc: PolicyDoc): readonly CitedDocument[] {
  const found = new Map<string, { doc: string; url: string | undefined; count: number; bases: Set<Basis> }>();
  for (const cite of citesOf(doc)) {
    const entry = found.get(cite.doc) ?? { doc: cite.doc, url: cite.url, count: 0, bases: new Set<Basis>() };
    entry.count += 1;
    entry.url ??= cite.url;
    entry.bases.add(cite.basis);
    found.set(cite.doc, entry);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** How many citations stand on each footing. */
export function basisCounts(doc: PolicyDoc): Readonly<Record<Basis, number>> {
  const counts = { official: 0, derived: 0, assumed: 0 };
  for (const cite of citesOf(doc)) counts[cite.basis] += 1;
  return counts;
}
