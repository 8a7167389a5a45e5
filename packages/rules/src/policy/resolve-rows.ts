import { compare, type Rational, sign } from '../number/rational.ts';
import { finiteNum } from './leaf.ts';
import type { Scope } from './scope.ts';
import { type RuleNode, walkDoc } from './walk.ts';

interface Row {
  readonly ge?: string;
  readonly gt?: string;
}

/** Rows of bands stand in strictly descending order with "otherwise" last; pass marks and floors have one bound. */
export function resolveRows(s: Scope): void {
  walkDoc(s.doc, (node, path) => {
    checkTable(s, node, path);
    if (node.k === 'round') expectAbove(s, node.step, `${path}.step`);
  });
  s.doc.tiers.forEach((tier, t) => {
    tier.routes.forEach((route, i) => {
      if (route.k !== 'scored') return;
      const at = `tiers.${t}.routes.${i}`;
      oneBound(s, route.pass, `${at}.pass`);
      route.floors?.forEach((floor, j) => {
        oneBound(s, floor, `${at}.floors.${j}`);
      });
    });
  });
}

function checkTable(s: Scope, node: RuleNode, path: string): void {
  switch (node.k) {
    case 'bands':
    case 'bandsBy':
      return checkRows(s, node.rows, `${path}.rows`, 'required');
    case 'milestone':
    case 'marginal':
      return checkRows(s, node.rows, `${path}.rows`, 'optional');
    case 'linear':
      return checkRows(s, node.rows, `${path}.rows`, 'none');
  }
}

function checkRows(s: Scope, rows: readonly Row[], at: string, otherwise: 'required' | 'optional' | 'none'): void {
  const last = rows.length - 1;
  rows.forEach((row, i) => {
    const path = `${at}.${i}`;
    if (row.ge !== undefined && row.gt !== undefined) s.report('two-bounds', `${path}.gt`, {}, 'keep-one-bound');
    if (row.ge !== undefined || row.gt !== undefined) return;
    if (otherwise === 'none') s.report('bound-missing', `${path}.ge`, {}, 'keep-one-bound');
    else if (i < last) s.report('otherwise-not-last', path, { row: String(i + 1) }, 'otherwise-last');
  });
  const end = rows[last];
  if (otherwise === 'required' && (end?.ge !== undefined || end?.gt !== undefined))
    s.report('otherwise-missing', at, {}, 'add-otherwise');
  // With lines and slices "above" and "from" mean the same point, so equal bounds are no order there.
  checkOrder(s, rows, at, otherwise === 'required');
}

interface Placed {
  readonly at: Rational;
  readonly open: boolean;
  readonly text: string;
}

function checkOrder(s: Scope, rows: readonly Row[], at: string, closedness: boolean): void {
  let above: Placed | undefined;
  rows.forEach((row, i) => {
    const text = row.ge ?? row.gt;
    const value = text === undefined ? undefined : finiteNum(text);
    if (text === undefined || !value) return;
    const here = { at: value, open: row.ge === undefined, text };
    if (above && !isBelow(above, here, closedness)) {
      const path = `${at}.${i}.${row.ge === undefined ? 'gt' : 'ge'}`;
      s.report('rows-not-descending', path, { row: String(i + 1), bound: text, before: above.text }, 'order-rows');
    }
    above = here;
  });
}

function isBelow(above: Placed, here: Placed, closedness: boolean): boolean {
  const c = compare(here.at, above.at);
  return c < 0 || (c === 0 && closedness && above.open && !here.open);
}

function oneBound(s: Scope, bound: Row, path: string): void {
  if (bound.ge !== undefined && bound.gt !== undefined) s.report('two-bounds', `${path}.gt`, {}, 'keep-one-bound');
  if (bound.ge === undefined && bound.gt === undefined) s.report('bound-missing', `${path}.ge`, {}, 'keep-one-bound');
}

function expectAbove(s: Scope, text: string, path: string): void {
  const value = finiteNum(text);
  if (value && sign(value) <= 0) s.report('step-not-positive', path, { got: text }, 'write-number');
}
