import { parseDay } from '../date/day.ts';
import type { Cite, Expr, Pred } from '../policy/document.ts';
import type { Case } from './margin.ts';

/** Citations of the figures a node holds itself: the threshold of a comparison, the value of a parameter in force. */
export function citesOf(c: Case, node: Expr | Pred): readonly Cite[] {
  if (node.k === 'cmp') return [...citesOf(c, node.a), ...citesOf(c, node.b)];
  if (node.k === 'lit') return node.cite ?? [];
  return node.k === 'param' ? paramCites(c, node.param) : [];
}

function paramCites(c: Case, id: string): readonly Cite[] {
  const param = c.doc.params.find((p) => p.id === id);
  const day = c.r.firm.asOfDay;
  const value = param?.values.find(
    (v) => (parseDay(v.from) ?? 0) <= day && (v.to === undefined || day <= (parseDay(v.to) ?? 0)),
  );
  return [...(value?.cite ?? []), ...(value?.cite.length ? [] : (param?.cite ?? []))];
}
