import { asOf, baseYear, type Cell, type Dates, ENGINE_VERSION, type FactDef, type PolicyDoc } from '@tidu/rules';
import type { PickedPolicy } from '../evaluations/pick-policy.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { labelIn } from './label-in.ts';
import { isAssumed } from './result-columns.ts';

interface About {
  readonly picked: PickedPolicy;
  readonly dates: Dates;
  readonly facts: readonly FactDef[];
  readonly locale: Locale;
}

/** What a reader of the results has to know years later: which rules, which days, what was assumed, what a person decides. */
export function aboutSheet({ picked, dates, facts, locale }: About): readonly (readonly Cell[])[] {
  const { doc, hash } = picked.version;
  const word = (key: string, args: Readonly<Record<string, string>> = {}) => say(message(`cli.${key}`, args), locale);
  const hasAssumed = [...doc.tiers, ...doc.awards].some((each) => isAssumed(each.cite));
  return [
    [word('about.item'), word('about.content')],
    [word('about.policy'), `${labelIn([doc], doc.id, locale)} (${doc.id})`],
    [word('about.version'), word('about.in-force', { version: doc.version, from: doc.inForce.from })],
    [word('about.days'), word('about.on', { on: asOf(doc, dates), year: String(baseYear(dates)) })],
    [word('about.hash'), hash],
    [word('about.engine'), ENGINE_VERSION],
    ...(hasAssumed ? [[word('assumed'), word('assumed-why')]] : []),
    ...assumptionsOf(facts, locale).map((line) => [word('assumptions'), line]),
    ...openClauses(doc, locale).map((line) => [word('by-person'), line]),
    [word('about.note'), word('about.disclaimer')],
  ];
}

/** What a fact left blank is taken as, by the reason given for it. */
export function assumptionsOf(facts: readonly FactDef[], locale: Locale): readonly string[] {
  const separator = say(message('cli.clause'), locale);
  const byWhy = new Map<string, string[]>();
  for (const def of facts) {
    if (typeof def.ifMissing !== 'object') continue;
    const why = def.ifMissing.why[locale] ?? def.ifMissing.why['zh-CN'] ?? '';
    byWhy.set(why, [...(byWhy.get(why) ?? []), labelIn([def], def.id, locale)]);
  }
  return [...byWhy].map(([why, labels]) =>
    say(message('cli.assumed-fact', { facts: labels.join(separator), why }), locale),
  );
}

/** Clauses that no figure decides and that nobody has accepted yet, with the tiers they touch. */
export const openClauses = (doc: PolicyDoc, locale: Locale): readonly string[] =>
  (doc.untranslatable ?? [])
    .filter((clause) => clause.accepted === undefined)
    .map((clause) => {
      const touched = clause.taints.map((id) => labelIn([...doc.tiers, ...doc.awards], id, locale));
      const text = clause.text[locale] ?? clause.text['zh-CN'] ?? clause.id;
      const separator = say(message('cli.separator'), locale);
      return say(message('cli.open-clause', { text, touched: touched.join(separator) }), locale);
    });
