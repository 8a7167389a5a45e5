import { describeChanged } from '../allocations/describe-ranking.ts';
import { poolOfScheme } from '../allocations/pool-of-scheme.ts';
import { readPoolYear } from '../allocations/queries.ts';
import { readStanding } from '../allocations/require-fresh.ts';
import { guardView } from '../applications/guard-view.ts';
import { readSurroundings } from '../applications/surroundings.ts';
import { permittedEvents } from '../applications/transition.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import type { Actor } from '../identity/actor.ts';
import { fenOfText, yuanText, yuanTextOr } from '../money-text.ts';
import { clausesIn } from './basis/clauses-in.ts';
import { type DecisionBasis, readBasis } from './basis/read-basis.ts';
import { tierOf } from './basis/tier-of.ts';
import type { DecisionDesk } from './contract.ts';
import { describeAppeal, describeDecision, describeLetter } from './describe-decision.ts';
import { listDecisions, listLetters, readAppeal } from './queries.ts';

/** What a decision maker has before the eyes: result, money, what was decided before, and what may be done now. */
export async function readDesk(db: Reader, actor: Actor, applicationId: string, now: Date): Promise<DecisionDesk> {
  const basis = await readBasis(db, applicationId);
  const { row, suggested, unmet, overruling, tree, doc, receipt, scheme } = basis;
  const appeal = await readAppeal(db, row.id);
  return {
    application: {
      id: row.id,
      number: row.number,
      version: row.version,
      state: row.state,
      firmName: row.firmName,
      creditCode: row.creditCode,
      projectName: row.projectName,
      dueOn: row.dueOn,
      panelScore: row.panelScore === null ? null : yuanText(row.panelScore),
    },
    claim: yuanTextOr(row.claimFen),
    from: suggested.from,
    suggested: yuanTextOr(suggested.suggestedFen),
    ceiling: yuanTextOr(suggested.ceilingFen),
    allocation: await allocationPart(db, basis),
    tier: bothOf(tierOf(doc, receipt.decision, scheme.document)),
    unmet: [...unmet],
    overrides: [...overruling.overrides],
    tree,
    pool: await poolLine(db, basis),
    clauses: [...clausesIn(tree)],
    decisions: (await listDecisions(db, row.id)).map(describeDecision),
    letters: (await listLetters(db, row.id)).map(describeLetter),
    appeal: appeal ? describeAppeal(appeal) : null,
    events: await eventsFor(db, actor, basis, now),
  };
}

type Words = Readonly<Record<string, string>>;
const bothOf = (text: Words | undefined) =>
  text ? { 'zh-CN': text['zh-CN'] ?? '', en: text.en ?? text['zh-CN'] ?? '' } : null;

async function allocationPart(db: Reader, { row, scheme }: DecisionBasis): Promise<DecisionDesk['allocation']> {
  const standing = await readStanding(db, row, scheme.document);
  if (!standing) return null;
  const { allocation, key, changed } = standing;
  return { id: allocation.id, ...key, changed: changed.map(describeChanged) };
}

async function poolLine(db: Reader, { scheme, row }: DecisionBasis): Promise<DecisionDesk['pool']> {
  const found = await poolOfScheme(db, scheme.document, row.poolYear);
  const pool = found?.path.at(-1);
  if (!found || !pool) return null;
  const account = await readPoolYear(db, { policyId: found.version.doc.id, poolId: pool.id, year: row.poolYear });
  const [budget, reserved, committed] = [
    account?.budgetFen ?? fenOfText(pool.budget) ?? 0,
    account?.reservedFen ?? 0,
    account?.committedFen ?? 0,
  ];
  return {
    id: pool.id,
    label: bothOf(pool.label) ?? { 'zh-CN': pool.id, en: pool.id },
    budget: yuanText(budget),
    reserved: yuanText(reserved),
    committed: yuanText(committed),
    left: yuanText(budget + (account?.recoveredFen ?? 0) - reserved - committed),
  };
}

async function eventsFor(db: Reader, actor: Actor, { row }: DecisionBasis, now: Date): Promise<DecisionDesk['events']> {
  const around = await readSurroundings(db, row, dayInChina(now));
  const view = guardView(row, around, { actor, now, requestId: '' });
  return permittedEvents(row.state, row.firmId, view).map((each) => ({ ...each, blockedBy: [...each.blockedBy] }));
}
