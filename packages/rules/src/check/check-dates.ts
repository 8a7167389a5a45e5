import { dayOf, formatDay } from '../date/day.ts';
import { datesOn } from '../explain/wait-margin.ts';
import type { IsoDate, ParamDef, PolicyDoc } from '../policy/document.ts';
import { type Check, type Checked, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { NOT_IN_FORCE, targetOf } from './witness.ts';

/** Days without a figure, days without a version, versions in force on the same day, an end after which nothing comes. */
export const checkDates: Check = (c) => [
  ...c.doc.params.flatMap((param, i) => paramGaps(c, param, i)),
  ...(c.others ? versions(c.doc, c.others) : []),
];

const dayAfter = (day: IsoDate): IsoDate => formatDay(dayOf(day) + 1);
const dayBefore = (day: IsoDate): IsoDate => formatDay(dayOf(day) - 1);

function paramGaps(c: Checked, param: ParamDef, i: number): readonly Finding[] {
  const last = c.doc.inForce.to;
  const values = param.values
    .map((value, at) => ({ ...value, at }))
    .filter((value) => last === undefined || value.from <= last)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return values.flatMap((value, k): readonly Finding[] => {
    const next = values[k + 1];
    if (value.to === undefined || value.to < c.doc.inForce.from) return [];
    const path = `params.${i}.values.${value.at}.to`;
    const first = dayAfter(value.to);
    if (next === undefined) return last === undefined || value.to < last ? endOf(c, param, path, first) : [];
    if (next.from <= first) return [];
    const args = { param: param.id, from: first, to: dayBefore(next.from) };
    return gapAt(c, 'param-gap', args, path, first, dayBefore(next.from));
  });
}

function endOf(c: Checked, param: ParamDef, path: string, first: IsoDate): readonly Finding[] {
  const last = c.doc.inForce.to;
  return gapAt(c, 'param-ends', { param: param.id, from: first, to: last ?? '' }, path, first, last);
}

/** A firm on the first day without the figure: the evaluator has none. */
function gapAt(
  c: Checked,
  code: 'param-gap' | 'param-ends',
  args: { readonly param: string; readonly from: string; readonly to: string },
  path: string,
  day: IsoDate,
  until: IsoDate | undefined,
): readonly Finding[] {
  const claims = [{ target: targetOf('param', args.param), is: NOT_IN_FORCE }];
  const witness = witnessOf(c, { facts: {}, dates: datesOn(c.doc, c.dates, day) }, claims);
  if (!witness) return [];
  const patch =
    until === undefined ? ({ op: 'remove', path } as const) : ({ op: 'replace', path, value: until } as const);
  return [finding('error', code, path, args, { node: args.param, witness, fix: fix('carry-value', args, [patch]) })];
}

function versions(doc: PolicyDoc, others: readonly PolicyDoc[]): readonly Finding[] {
  const line = others.filter((x) => x.id === doc.id && x.status !== 'withdrawn' && x.version !== doc.version);
  return [...line.flatMap((other) => overlapsWith(doc, other)), ...gapAfter(doc, line)];
}

const span = (doc: PolicyDoc): string => `${doc.inForce.from}/${doc.inForce.to ?? '…'}`;
const goesOn = (doc: PolicyDoc, day: IsoDate): boolean => doc.inForce.to === undefined || doc.inForce.to >= day;

function overlapsWith(doc: PolicyDoc, other: PolicyDoc): readonly Finding[] {
  if (!goesOn(doc, other.inForce.from) || !goesOn(other, doc.inForce.from)) return [];
  const args = { version: other.version, a: span(doc), b: span(other) };
  const isFirst = doc.inForce.from < other.inForce.from;
  const value = dayBefore(other.inForce.from);
  const op = doc.inForce.to === undefined ? 'add' : 'replace';
  return [
    finding('error', 'version-overlap', 'inForce', args, {
      node: doc.id,
      fix: isFirst
        ? fix('end-before', { day: value }, [{ op, path: 'inForce.to', value }])
        : fix('end-other', { version: other.version, day: dayBefore(doc.inForce.from) }),
    }),
  ];
}

/** What follows this version: nothing, or another one that begins later than the day after. */
function gapAfter(doc: PolicyDoc, line: readonly PolicyDoc[]): readonly Finding[] {
  const end = doc.inForce.to;
  if (end === undefined) return [];
  const next = line
    .map((x) => x.inForce.from)
    .filter((day) => day > end)
    .sort()[0];
  const args = { end, next: next ?? '' };
  if (line.some((x) => x.inForce.from <= end && goesOn(x, dayAfter(end)))) return [];
  if (next === undefined)
    return [finding('hint', 'nothing-follows', 'inForce.to', args, { node: doc.id, fix: fix('plan-next', args) })];
  if (next === dayAfter(end)) return [];
  const value = dayBefore(next);
  return [
    finding(
      'warn',
      'version-gap',
      'inForce.to',
      { ...args, from: dayAfter(end), to: value },
      {
        node: doc.id,
        fix: fix('end-before', { day: value }, [{ op: 'replace', path: 'inForce.to', value }]),
      },
    ),
  ];
}
