import { awardOutcome } from '../awards/decide-awards.ts';
import type { Truth } from '../evaluate/decision.ts';
import { decide } from '../evaluate/evaluate-reference.ts';
import { createReference, type Reference } from '../evaluate/reference.ts';
import type { PolicyDoc, Route } from '../policy/document.ts';
import { readFacts } from '../policy/read-facts.ts';
import { type RuleNode, walkDoc } from '../policy/walk.ts';
import { findIndicator, meets } from '../tiers/decide-tier.ts';
import type { Hits, PolicyCase } from './policy-case.ts';

export type CoverKind = 'tier' | 'gate' | 'veto' | 'route' | 'floor' | 'award' | 'cap' | 'branch' | 'row';

/** One thing that may come out either way, and how many cases made it come out each way. */
export interface Covered {
  /** Path in the document; of a row `….rows.2`, of a cap `awards.0.caps.1`. */
  readonly path: string;
  readonly kind: CoverKind;
  readonly hits: Hits;
}

/** What worked cases exercise: `both` of `all` came out both ways. */
export interface Coverage {
  readonly items: readonly Covered[];
  readonly both: number;
  readonly all: number;
}

/**
 * Which rows and branches worked cases exercise (算例覆盖): tiers, gates, vetoes, ways in, floors, awards, caps, branches
 * (`cond`, `bonus`) and rows of tables, each counted by how it came out. Cases whose facts cannot be read count for nothing.
 *
 * @example coverCases(doc, cases).items.filter((item) => item.hits.yes === 0)
 */
export function coverCases(doc: PolicyDoc, cases: readonly PolicyCase[]): Coverage {
  const counts = new Map<string, { kind: CoverKind; hits: Record<Truth, number> }>();
  const note = (path: string, kind: CoverKind, truth: Truth | undefined): void => {
    const at = counts.get(path) ?? { kind, hits: { yes: 0, no: 0, undetermined: 0 } };
    if (truth !== undefined) at.hits[truth]++;
    counts.set(path, at);
  };
  for (const one of cases) {
    const read = readFacts(doc, one.facts, one.dates);
    if (read.ok) noteFirm(createReference(doc, one.dates, read.facts), note);
  }
  const items = [...counts].map(([path, { kind, hits }]) => ({ path, kind, hits }));
  return { items, both: items.filter((i) => i.hits.yes > 0 && i.hits.no > 0).length, all: items.length };
}

type Note = (path: string, kind: CoverKind, truth: Truth | undefined) => void;

function noteFirm(r: Reference, note: Note): void {
  const decision = decide(r);
  r.doc.tiers.forEach((tier, t) => {
    const at = `tiers.${t}`;
    const result = decision.tiers[t];
    note(at, 'tier', result?.outcome);
    for (const [i, gate] of tier.gates.entries()) note(`${at}.gates.${i}`, 'gate', r.truth(gate.when));
    for (const [i, veto] of tier.vetoes.entries()) note(`${at}.vetoes.${i}`, 'veto', r.truth(veto.when));
    for (const [i, route] of tier.routes.entries()) {
      note(`${at}.routes.${i}`, 'route', result?.routes[i]?.outcome);
      if (route.k === 'scored') noteFloors(r, route, `${at}.routes.${i}`, note);
    }
  });
  r.doc.awards.forEach((award, a) => {
    const result = decision.awards[a];
    note(`awards.${a}`, 'award', awardOutcome(r, award, decision.tiers));
    const isSettled = result !== undefined && result.amount.lo === result.amount.hi;
    for (const [i, cap] of (award.caps ?? []).entries())
      note(`awards.${a}.caps.${i}`, 'cap', isSettled ? (result.capped === cap.kind ? 'yes' : 'no') : 'undetermined');
  });
  walkDoc(r.doc, (node, path) => {
    // What lies inside a list is looked at record by record, not for the firm.
    if (!path.includes('.where')) noteNode(r, node, path, note);
  });
}

function noteFloors(r: Reference, route: Extract<Route, { k: 'scored' }>, at: string, note: Note): void {
  for (const [i, floor] of (route.floors ?? []).entries()) {
    const line = findIndicator(route.score, floor.indicator);
    note(`${at}.floors.${i}`, 'floor', line ? meets(r.number(line), floor) : 'no');
  }
}

function noteNode(r: Reference, node: RuleNode, path: string, note: Note): void {
  switch (node.k) {
    case 'cond':
      return note(path, 'branch', r.truth(node.if));
    case 'bonus':
      return note(path, 'branch', r.truth(node.when));
    case 'table':
      for (const [i, row] of node.rows.entries()) note(`${path}.rows.${i}`, 'row', r.truth(row.when));
      return;
    case 'bands':
    case 'milestone':
      return noteRows(r.bandRow(r.number(node.of), node.rows), node.rows.length, path, note);
    case 'bandsBy':
      return noteRows(r.bandRow(r.number(node.by), node.rows), node.rows.length, path, note);
    default:
  }
}

function noteRows(hit: number | undefined, rows: number, path: string, note: Note): void {
  for (let i = 0; i < rows; i++)
    note(`${path}.rows.${i}`, 'row', hit === undefined ? 'undetermined' : hit === i ? 'yes' : 'no');
}
