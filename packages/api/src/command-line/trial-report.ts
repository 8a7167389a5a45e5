import type { BeforeAfter, Cell, Id, Impact, MoneyRange, PolicyDoc, TierStanding } from '@tidu/rules';
import { type Locale, message, say } from '../messages/say.ts';
import { labelIn } from './label-in.ts';
import type { WorkbookSheet } from './write-workbook.ts';

type Word = (key: string, args?: Readonly<Record<string, string>>) => string;
const wordIn =
  (locale: Locale): Word =>
  (key, args = {}) =>
    say(message(`cli.trial.${key}`, args), locale);

/** A trial that is over, and the policies it was of. */
export interface Tried {
  readonly impact: Impact;
  readonly before: PolicyDoc;
  readonly after: PolicyDoc;
  /** Policies that go by the result of the one on trial; their money is in the impact. */
  readonly following: readonly PolicyDoc[];
}

type Parts = (doc: PolicyDoc) => readonly { readonly id: Id }[];

/** Names of tiers, awards and pools, the newer wording where both versions have one. */
function namesIn({ before, after, following }: Tried, locale: Locale) {
  const holderOf = (of: Parts, id: Id): PolicyDoc =>
    [after, before, ...following].find((doc) => of(doc).some((part) => part.id === id)) ?? after;
  const name = (of: Parts, id: Id): string => labelIn(of(holderOf(of, id)), id, locale);
  const word = wordIn(locale);
  return {
    standing: (id: TierStanding): string =>
      id === 'none' || id === 'undetermined' ? word(id) : name((doc) => doc.tiers, id),
    award: (id: Id): string => name((doc) => doc.awards, id),
    pool: (id: Id): string => name((doc) => doc.pools, id),
    policyOf: (of: Parts, id: Id): string => policyName(holderOf(of, id), locale),
  };
}

const policyName = (doc: PolicyDoc, locale: Locale): string => labelIn([doc], doc.id, locale);

const amount = (range: MoneyRange | undefined): string =>
  range === undefined ? '–' : range.lo === range.hi ? grouped(range.lo) : `${grouped(range.lo)}–${grouped(range.hi)}`;
const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** The result of a trial as lines of text. */
export function printImpact(tried: Tried, locale: Locale): readonly string[] {
  const { impact, following } = tried;
  const word = wordIn(locale);
  const names = namesIn(tried, locale);
  const policies = following.map((doc) => `${policyName(doc, locale)}（${doc.id} ${doc.version}）`);
  const awards = Object.entries(impact.awards).map(
    ([id, { before: was, after: is }]) => `  ${names.award(id)}：${amount(was?.amount)} → ${amount(is?.amount)}`,
  );
  const pools = Object.entries(impact.pools).map(([id, sides]) => `  ${poolLine(names.pool(id), sides, word)}`);
  return [
    '',
    word('transitions'),
    ...matrixLines(impact, names.standing),
    '',
    word('movers', {
      winners: grouped(String(impact.winners.count)),
      losers: grouped(String(impact.losers.count)),
      unclear: grouped(String(impact.unclear.count)),
      near: grouped(String(impact.nearMisses.count)),
    }),
    word('total', { before: amount(impact.total.before), after: amount(impact.total.after) }),
    ...(policies.length > 0 ? [word('following', { policies: policies.join('、') })] : []),
    ...(awards.length > 0 ? ['', word('awards'), ...awards] : []),
    ...(pools.length > 0 ? ['', word('pools'), ...pools] : []),
    '',
  ];
}

function poolLine(pool: string, { before, after }: Impact['pools'][string], word: Word): string {
  const side = after ?? before;
  const over = side && side.over !== '0' ? word('over', { over: grouped(side.over) }) : '';
  const unserved = side?.unserved ? word('unserved', { firms: grouped(String(side.unserved)) }) : '';
  return word('pool-line', {
    pool,
    before: amount(before?.claimed),
    after: amount(after?.claimed),
    budget: grouped(side?.budget ?? ''),
    over: over + unserved,
  });
}

/** The matrix as text, columns aligned by width: a Chinese character is as wide as two letters. */
function matrixLines({ standings, matrix }: Impact, name: (id: TierStanding) => string): readonly string[] {
  const used = standings.map((_, i) => matrix[i]?.some((n) => n > 0) || matrix.some((row) => (row[i] ?? 0) > 0));
  const shown = standings.flatMap((id, i) => (used[i] ? [{ i, label: name(id) }] : []));
  const first = Math.max(...shown.map((s) => widthOf(s.label)), 2);
  const widths = shown.map((to) =>
    Math.max(widthOf(to.label), ...shown.map((from) => grouped(String(matrix[from.i]?.[to.i] ?? 0)).length)),
  );
  const line = (head: string, cells: readonly string[]): string =>
    `  ${padded(head, first, false)}  ${cells.map((cell, c) => padded(cell, widths[c] ?? 0, true)).join('  ')}`;
  return [
    line(
      '',
      shown.map((to) => to.label),
    ),
    ...shown.map((from) =>
      line(
        from.label,
        shown.map((to) => grouped(String(matrix[from.i]?.[to.i] ?? 0))),
      ),
    ),
  ];
}

const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
const padded = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
};

/** The result of a trial as sheets of a workbook. */
export function trialSheets(tried: Tried, locale: Locale): readonly WorkbookSheet[] {
  const { impact } = tried;
  const word = wordIn(locale);
  const names = namesIn(tried, locale);
  const { standings, matrix } = impact;
  const movers = (rows: Impact['winners']): readonly (readonly Cell[])[] => [
    ['firm', 'from', 'to', 'delta'].map((key) => word(key)),
    ...rows.shown.map((m) => [m.id, names.standing(m.from), names.standing(m.to), figure(m.delta)]),
  ];
  return [
    {
      name: word('matrix'),
      rows: [
        ['', ...standings.map(names.standing)],
        ...standings.map((id, i) => [names.standing(id), ...(matrix[i] ?? [])]),
      ],
    },
    { name: word('money'), rows: moneyRows(impact, names, word) },
    { name: word('winners'), rows: movers(impact.winners) },
    { name: word('losers'), rows: movers(impact.losers) },
    {
      name: word('near'),
      rows: [
        ['firm', 'from', 'to', 'short'].map((key) => word(key)),
        ...impact.nearMisses.shown.map((n) => [
          n.id,
          names.standing(n.holds),
          names.standing(n.tier),
          n.short.map((s) => `${s.path} ${s.by}`).join('\n'),
        ]),
      ],
    },
    { name: word('segments'), rows: segmentRows(impact, word) },
  ];
}

const figure = (yuan: string | undefined): Cell => (yuan === undefined ? '' : Number(yuan));

function moneyRows(impact: Impact, names: ReturnType<typeof namesIn>, word: Word): readonly (readonly Cell[])[] {
  const pair = <T>({ before, after }: BeforeAfter<T>, of: (side: T) => MoneyRange): readonly Cell[] => [
    amount(before && of(before)),
    amount(after && of(after)),
  ];
  return [
    ['kind', 'policy', 'item', 'before', 'after', 'paid', 'budget'].map((key) => word(key)),
    ...Object.entries(impact.awards).map(([id, sides]) => [
      word('awards'),
      names.policyOf((doc) => doc.awards, id),
      names.award(id),
      ...pair(sides, (s) => s.amount),
    ]),
    ...Object.entries(impact.pools).map(([id, sides]) => [
      word('pools'),
      names.policyOf((doc) => doc.pools, id),
      names.pool(id),
      ...pair(sides, (s) => s.claimed),
      figure(sides.after?.paid),
      figure(sides.after?.budget),
    ]),
  ];
}

const segmentRows = ({ segments }: Impact, word: Word): readonly (readonly Cell[])[] => [
  ['kind', 'segment', 'firms', 'winners', 'losers', 'holding-before', 'holding-after', 'before', 'after'].map((key) =>
    word(key),
  ),
  ...Object.entries(segments).flatMap(([name, rows]) =>
    rows.map((r) => [
      name,
      r.segment,
      r.firms,
      r.winners,
      r.losers,
      r.holding.before ?? 0,
      r.holding.after ?? 0,
      amount(r.money.before),
      amount(r.money.after),
    ]),
  ),
];
