import type { Expr, FactDef, Unit } from './document.ts';
import type { FixKey, ProblemCode } from './problem.ts';
import { fieldsAround, type Scope } from './scope.ts';
import { alike, unitOf, unitResultOf } from './units.ts';
import { childrenOf, type RuleNode, walkDoc } from './walk.ts';

/** Units fit by the algebra of `units.ts`; money is paid and capped in CNY, scores are points. */
export function resolveUnits(s: Scope): void {
  walkDoc(s.doc, (node, path, above) => {
    checkNode(s, node, path, fieldsAround(s.doc, above));
  });
  const expect = (e: Expr | undefined, path: string, ...wanted: readonly Unit[]): void => {
    if (e) expectUnit(s, unitOf(e, s.doc), path, wanted);
  };
  s.doc.tiers.forEach((tier, t) => {
    tier.routes.forEach((route, i) => {
      if (route.k === 'scored') expect(route.score, `tiers.${t}.routes.${i}.score`, 'points', 'none');
    });
  });
  s.doc.awards.forEach((award, i) => {
    expect(award.pay, `awards.${i}.pay`, 'CNY');
    award.caps?.forEach((cap, j) => {
      expect(cap.max, `awards.${i}.caps.${j}.max`, 'CNY');
    });
  });
  s.doc.stacks.forEach((stack, i) => {
    expect(stack.within, `stacks.${i}.within`, 'CNY');
  });
}

function expectUnit(s: Scope, got: Unit | undefined, path: string, wanted: readonly Unit[]): void {
  if (got === undefined || wanted.includes(got)) return;
  const isMoney = got === 'USD' && wanted.includes('CNY');
  s.report(
    'unit-not-expected',
    path,
    { got, expected: wanted.join(' / ') },
    isMoney ? 'convert-currency' : 'same-unit',
  );
}

function checkNode(s: Scope, node: RuleNode, path: string, fields: readonly FactDef[] | undefined): void {
  const of = (e: Expr): Unit | undefined => unitOf(e, s.doc, fields);
  switch (node.k) {
    case 'cmp': {
      const sides = alike([of(node.a), of(node.b)]);
      if ('clash' in sides) reportClash(s, 'unit-mismatch', `${path}.b`, sides.clash, 'same-unit');
      return;
    }
    case 'fx': {
      const from = of(node.of);
      expectUnit(s, from, `${path}.of`, ['CNY', 'USD']);
      if (from === node.to) s.report('fx-same-currency', `${path}.to`, { unit: from }, 'one-currency');
      return expectUnit(s, of(node.rate), `${path}.rate`, ['none', 'ratio', 'CNY', 'USD']);
    }
    case 'indicator':
      return expectUnit(s, of(node.of), `${path}.of`, ['points', 'none']);
    case 'all':
    case 'any':
    case 'not':
    case 'atLeast':
    case 'in':
    case 'exists':
    case 'provided':
    case 'judgement':
      return;
    default:
      return checkOperands(s, node, path, fields);
  }
}

function checkOperands(s: Scope, node: Expr, path: string, fields: readonly FactDef[] | undefined): void {
  const result = unitResultOf(node, s.doc, fields);
  if (!('clash' in result)) return;
  if (node.k === 'mul') return reportClash(s, 'unit-of-product', path, result.clash, 'same-unit');
  if (node.k === 'div') return reportClash(s, 'unit-of-quotient', `${path}.den`, result.clash, 'divide-like');
  const other = childrenOf(node).find(
    (kid) => isValue(kid.key) && unitOf(kid.node as Expr, s.doc, fields) === result.clash[1],
  );
  reportClash(s, 'unit-mismatch', other ? `${path}.${other.key}` : path, result.clash, 'same-unit');
}

/** The condition of a `cond` and the banded value of a `bandsBy` have no part in the unit of the whole. */
const isValue = (key: string): boolean => key !== 'if' && key !== 'by';

function reportClash(s: Scope, code: ProblemCode, path: string, [a, b]: readonly [Unit, Unit], fix: FixKey): void {
  const currencies = (a === 'CNY' && b === 'USD') || (a === 'USD' && b === 'CNY');
  if (currencies) s.report('currency-mismatch', path, { a, b }, 'convert-currency');
  else s.report(code, path, { a, b }, fix);
}
