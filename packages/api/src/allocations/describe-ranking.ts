import {
  type Message,
  type PolicyDoc,
  type PoolOutcome,
  renderMessage,
  type Text,
  type Unit,
  unitOfFact,
  whatIf,
} from '@tidu/rules';
import { yuanText } from '../money-text.ts';
import { SUBMITTED } from './case-claim.ts';
import type { RankedClaim, Ranking } from './contract.ts';
import type { ChangedClaim } from './find-changed.ts';
import { type LoadedRanking, moneyOf } from './load-ranking.ts';

const SUBMITTED_WORDS = { 'zh-CN': '提交时间', en: 'time of submission' };

/** A ranking for the screen: every claim with its place, its amount and why, and how a few points would change it. */
export function describeRanking(loaded: LoadedRanking, points: string): Ranking {
  const { key, found, root, account, rules, result, digest } = loaded;
  const { doc, hash } = found.version;
  const claims = rankedClaims(loaded, points);
  return {
    ...key,
    label: bothOf(root.label, root.id),
    method: root.method,
    order: rules.order.map(({ by, dir }) => ({
      by,
      dir,
      label: by === SUBMITTED.by ? SUBMITTED_WORDS : keyLabel(doc, by),
      unit: unitOfKey(doc, by),
    })),
    policyHash: hash,
    digest,
    points,
    ...moneyOf(account),
    outcome: lineOf(result),
    subs: result.subs.map(lineOf),
    changed: loaded.changed.map(describeChanged),
    claims: claims.filter(({ place }) => place > 0),
    unranked: claims
      .filter(({ place }) => place === 0)
      .map(({ applicationId, firmName }) => ({ applicationId, firmName })),
  };
}

function rankedClaims({ rules, claims, cases, result }: LoadedRanking, points: string): readonly RankedClaim[] {
  const standings = new Map(whatIf(rules, claims, { points }).map((each) => [each.id, each]));
  const byId = new Map(cases.map((each) => [each.row.id, each.row]));
  const keys = new Map(claims.map((each) => [each.id, each]));
  const tied = new Set([result, ...result.subs].flatMap(({ cutoff }) => cutoff?.tied ?? []));
  return result.grants.flatMap(({ id, pool, got, why }) => {
    const [row, claim, standing] = [byId.get(id), keys.get(id), standings.get(id)];
    if (!row || !claim) return [];
    const { plus, minus, missesBy, spares } = standing ?? {};
    return [
      {
        applicationId: id,
        version: row.version,
        number: row.number,
        firmName: row.firmName,
        projectName: row.projectName,
        place: standing?.place ?? 0,
        keys: { ...claim.keys },
        want: claim.want,
        got,
        ...(row.isPlaced ? { before: yuanText(row.amountFen ?? 0) } : {}),
        why: { key: why.key, args: { ...why.args } },
        words: { 'zh-CN': renderMessage(grouped(why), 'zh-CN'), en: renderMessage(grouped(why), 'en') },
        pool,
        isTied: tied.has(id),
        ...(plus ? { plus } : {}),
        ...(minus ? { minus } : {}),
        ...(missesBy === undefined ? {} : { missesBy }),
        ...(spares === undefined ? {} : { spares }),
      },
    ];
  });
}

export const describeChanged = ({ row, was, is }: ChangedClaim): Ranking['changed'][number] => ({
  applicationId: row.id,
  number: row.number,
  firmName: row.firmName,
  was: was.want,
  is: is.want,
  state: row.state,
});

/** Amounts in a reason with their thousands apart. */
const grouped = ({ key, args }: Message): Message => ({
  key,
  args: Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')]),
  ),
});

const lineOf = ({ pool, budget, paid, left, cutoff }: PoolOutcome): Ranking['outcome'] => ({
  pool,
  budget,
  paid,
  left,
  ...(cutoff ? { cutoff: { ...cutoff, tied: [...cutoff.tied] } } : {}),
});

function unitOfKey(doc: PolicyDoc, by: string): Unit {
  const fact = doc.facts.find(({ id }) => id === by);
  return (fact && unitOfFact(fact)) ?? 'none';
}

const keyLabel = (doc: PolicyDoc, by: string) => bothOf(doc.facts.find(({ id }) => id === by)?.label, by);

export const bothOf = (text: Text | undefined, otherwise: string) => ({
  'zh-CN': text?.['zh-CN'] ?? otherwise,
  en: text?.en ?? text?.['zh-CN'] ?? otherwise,
});
