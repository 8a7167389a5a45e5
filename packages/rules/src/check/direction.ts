import type { Expr, Id, PolicyDoc } from '../policy/document.ts';

/** −1, 0 (not known) or 1: whether a larger value is what the policy wants, by how its facts are said to move. */
export type Direction = -1 | 0 | 1;

const flip = (d: Direction): Direction => (d === 1 ? -1 : d === -1 ? 1 : 0);

/** Which way a value gets better (`fact.move.dir`), 0 where the document does not say or its facts disagree. */
export function directionOf(doc: PolicyDoc, e: Expr): Direction {
  switch (e.k) {
    case 'fact':
      return ofFact(doc, e.fact);
    case 'growth':
    case 'agg':
      return ofFact(doc, e.series);
    case 'add':
    case 'mul':
    case 'min':
    case 'max':
    case 'sum':
      return agreed(e.of.map((x) => directionOf(doc, x)));
    case 'sub':
      return agreed(e.of.map((x, i) => (i === 0 ? directionOf(doc, x) : flip(directionOf(doc, x)))));
    case 'div': {
      // A share is raised by its part: 科技人员 ÷ 职工总数 gets better with more scientists, though both may grow.
      const top = directionOf(doc, e.num);
      return top === 0 ? flip(directionOf(doc, e.den)) : top;
    }
    case 'neg':
      return flip(directionOf(doc, e.of));
    case 'round':
    case 'fx':
      return directionOf(doc, e.of);
    default:
      return 0;
  }
}

function ofFact(doc: PolicyDoc, id: Id): Direction {
  const dir = doc.facts.find((f) => f.id === id)?.move?.dir;
  return dir === 'up' ? 1 : dir === 'down' ? -1 : 0;
}

function agreed(all: readonly Direction[]): Direction {
  const said = new Set(all.filter((d) => d !== 0));
  return said.size === 1 ? ([...said][0] ?? 0) : 0;
}
