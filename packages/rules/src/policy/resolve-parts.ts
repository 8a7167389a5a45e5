import { add, compare, formatNum, ONE, sign, ZERO } from '../number/rational.ts';
import type { Id } from './document.ts';
import { finiteNum } from './leaf.ts';
import type { ProblemCode } from './problem.ts';
import type { Scope } from './scope.ts';

/** Shares and instalments of an award sum to the whole; an award is stacked once. */
export function resolveParts(s: Scope): void {
  s.doc.awards.forEach((award, i) => {
    if (award.share) {
      const parts = Object.entries(award.share).map(([payer, text]) => ({ text, path: `awards.${i}.share.${payer}` }));
      sumToOne(s, 'shares-not-whole', `awards.${i}.share`, parts);
    }
    if (award.tranches) {
      const parts = award.tranches.map((t, j) => ({ text: t.pct, path: `awards.${i}.tranches.${j}.pct` }));
      sumToOne(s, 'tranches-not-whole', `awards.${i}.tranches`, parts);
    }
  });
  oneStackEach(s);
}

interface Part {
  readonly text: string;
  readonly path: string;
}

function sumToOne(s: Scope, code: ProblemCode, path: string, parts: readonly Part[]): void {
  const values = parts.map((part) => finiteNum(part.text));
  values.forEach((value, i) => {
    if (value && sign(value) < 0)
      s.report('negative-part', parts[i]?.path ?? path, { got: parts[i]?.text ?? '' }, 'sum-to-one');
  });
  const known = values.filter((value) => value !== undefined);
  // A part that is no number has its own error; a sum without it would say nothing.
  if (known.length < values.length) return;
  const sum = known.reduce(add, ZERO);
  if (compare(sum, ONE) !== 0) s.report(code, path, { sum: formatNum(sum) }, 'sum-to-one');
}

function oneStackEach(s: Scope): void {
  const stackedIn = new Map<Id, Id>();
  s.doc.stacks.forEach((stack, i) => {
    stack.awards.forEach((award, j) => {
      const first = stackedIn.get(award);
      if (first !== undefined && first !== stack.id)
        s.report(
          'award-in-two-stacks',
          `stacks.${i}.awards.${j}`,
          { award, first, second: stack.id },
          'keep-one-award',
        );
      else stackedIn.set(award, stack.id);
    });
  });
}
