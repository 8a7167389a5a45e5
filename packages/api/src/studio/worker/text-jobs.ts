import {
  boundaryCases,
  type CasesRun,
  type Coverage,
  changeSentence,
  checkPolicy,
  comparePolicies,
  coverCases,
  type Dates,
  describeNode,
  evaluateReference,
  type Facts,
  type Finding,
  type PolicyCase,
  type PolicyChange,
  type PolicyDoc,
  rootsOf,
  runCases,
  type ToldFinding,
  tellFinding,
  walkNode,
  witnessChanges,
} from '@tidu/rules';
import type { Told } from '../contract.ts';

/** A finding with its words in both languages. */
export interface FoundAndTold {
  readonly finding: Finding;
  readonly told: Readonly<Record<'zh-CN' | 'en', ToldFinding>>;
}

/** Everything the checker says of a text. */
export function check({ doc, others }: { readonly doc: PolicyDoc; readonly others: readonly PolicyDoc[] }) {
  return checkPolicy(doc, { others }).map(
    (finding): FoundAndTold => ({
      finding,
      told: { 'zh-CN': tellFinding(finding, doc, 'zh-CN'), en: tellFinding(finding, doc, 'en') },
    }),
  );
}

export interface Sentence {
  readonly path: string;
  readonly kind: string;
  readonly id?: string;
  readonly text: Told;
}

type Describable = Parameters<typeof describeNode>[1];

/** Every part and node of a text in words. */
export function sentences({ doc }: { readonly doc: PolicyDoc }): readonly Sentence[] {
  const said: Sentence[] = [];
  const add = (path: string, kind: string, node: Describable): void => {
    const words = tellNode(doc, node);
    const id = 'id' in node && node.id !== undefined ? { id: node.id } : {};
    if (words) said.push({ path, kind, ...id, text: words });
  };
  doc.tiers.forEach((tier, t) => {
    add(`tiers.${t}`, 'tier', tier);
    tier.gates.forEach((gate, i) => add(`tiers.${t}.gates.${i}`, 'gate', gate));
    tier.vetoes.forEach((veto, i) => add(`tiers.${t}.vetoes.${i}`, 'veto', veto));
    tier.routes.forEach((route, i) => add(`tiers.${t}.routes.${i}`, 'route', route));
  });
  doc.awards.forEach((award, i) => {
    add(`awards.${i}`, 'award', award);
    award.caps?.forEach((cap, c) => add(`awards.${i}.caps.${c}`, 'cap', cap));
  });
  doc.stacks.forEach((stack, i) => add(`stacks.${i}`, 'stack', stack));
  doc.pools.forEach((pool, i) => add(`pools.${i}`, 'pool', pool));
  for (const { path, node } of rootsOf(doc)) walkNode(node, path, (each, at) => add(at, each.k, each));
  return said;
}

/** A node that cannot be told yet, because a name in it is not known, has no words. */
function tellNode(doc: PolicyDoc, node: Describable): Told | undefined {
  try {
    return { 'zh-CN': describeNode(doc, node, 'zh-CN'), en: describeNode(doc, node, 'en') };
  } catch {
    return undefined;
  }
}

export interface ComparedChange {
  readonly change: PolicyChange;
  readonly text: Told;
  readonly witnesses: ReturnType<typeof witnessChanges>[number]['witnesses'];
}

interface Comparing {
  readonly before: PolicyDoc;
  readonly after: PolicyDoc;
  /** Where given, firms are looked for whose result each change turns. */
  readonly dates?: Dates;
}

/** The changes between two texts in sentences. */
export function compare({ before, after, dates }: Comparing): readonly ComparedChange[] {
  const found = dates ? witnessChanges(before, after, dates) : [];
  return comparePolicies(before, after).map((change) => ({
    change,
    text: {
      'zh-CN': changeSentence(change, before, after, 'zh-CN'),
      en: changeSentence(change, before, after, 'en'),
    },
    witnesses:
      found.find((each) => each.change.key === change.key && each.change.type === change.type)?.witnesses ?? [],
  }));
}

/** Runs worked cases and says what they cover. */
export const work = ({
  doc,
  cases,
}: {
  readonly doc: PolicyDoc;
  readonly cases: readonly PolicyCase[];
}): {
  readonly run: CasesRun;
  readonly coverage: Coverage;
} => ({ run: runCases(doc, cases, evaluateReference), coverage: coverCases(doc, cases) });

interface Bounding {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly seeds: readonly Facts[];
  readonly under?: string;
}

/** Cases at every edge, for a person to confirm. */
export const bound = ({ doc, dates, seeds, under }: Bounding) =>
  boundaryCases(doc, dates, { seeds, ...(under === undefined ? {} : { under }) });
