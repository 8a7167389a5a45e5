import { asOf, type Dates, type IsoDate } from '@tidu/rules';
import type { StoredVersion } from './queries.ts';

/** The last day of a version: that of its text, or an earlier one set beside it when another version took its place. */
export function lastDayOf({ doc, endsOn }: StoredVersion): IsoDate | undefined {
  const { to } = doc.inForce;
  if (to === undefined || endsOn === undefined) return endsOn ?? to;
  return to < endsOn ? to : endsOn;
}

/** Whether a version speaks of firms of a park (适用园区); one for the whole zone speaks of all, also of those in none. */
export const speaksOf = ({ parks }: StoredVersion, park: string | undefined): boolean =>
  parks === undefined || (park !== undefined && parks.includes(park));

/** Whether all firms of some parks are among those of others; null is the whole zone. */
export const covers = (outer: readonly string[] | null, inner: readonly string[] | null): boolean =>
  outer === null || (inner?.every((park) => outer.includes(park)) ?? false);

/** The versions that count for a firm on given days: those of its park that have not been ended. */
export const applicable = (
  versions: readonly StoredVersion[],
  dates: Dates,
  park: string | undefined,
): readonly StoredVersion[] =>
  versions.filter(
    (each) => speaksOf(each, park) && (each.endsOn === undefined || asOf(each.doc, dates) <= each.endsOn),
  );
