import type { Dates, PolicyDoc } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { asPolicy } from '../readable-doc.ts';
import { readText } from '../texts.ts';
import { trialDates } from '../trial-dates.ts';
import { runJob } from '../worker/run-job.ts';
import type { ComparedChange } from '../worker/text-jobs.ts';
import type { StudioChange, StudioComparison } from './contract.ts';

interface Asked {
  readonly before: string;
  readonly after: string;
  readonly witnesses: '0' | '1';
  readonly on?: string | undefined;
}

/** What differs between two texts (对比): figures, structure, in sentences; where asked with firms it makes a difference to. */
export async function compareTexts(db: Reader, { before, after, witnesses, on }: Asked): Promise<StudioComparison> {
  const [was, is] = [await readText(db, before), await readText(db, after)];
  const doc = asPolicy(is.document);
  const dates = witnesses === '0' ? undefined : on === undefined ? trialDates(doc) : { decision: on, filing: on };
  const changes = await changesBetween(asPolicy(was.document), doc, dates);
  return { before, after, beforeHash: was.hash, afterHash: is.hash, changes: [...changes] };
}

export async function changesBetween(
  before: PolicyDoc,
  after: PolicyDoc,
  dates?: Dates,
): Promise<readonly StudioChange[]> {
  const compared = await runJob('compare', { before, after, ...(dates ? { dates } : {}) });
  return compared.map(describeChange);
}

function describeChange({ change, text, witnesses }: ComparedChange): StudioChange {
  const figure = change.type === 'figure' ? { before: change.before, after: change.after, unit: change.unit } : {};
  return {
    type: change.type,
    beforePath: change.beforePath ?? null,
    afterPath: change.afterPath ?? null,
    within: change.within.map(({ id, label }) => ({ id, ...(label ? { label: { ...label } } : {}) })),
    ...figure,
    text,
    witnesses: witnesses.map((each) => ({
      facts: { ...each.facts },
      differs: [...each.differs],
      ...(each.edge ? { edge: { ...each.edge } } : {}),
      before: { best: each.before.best ?? null, total: { ...each.before.total } },
      after: { best: each.after.best ?? null, total: { ...each.after.total } },
    })),
  };
}
