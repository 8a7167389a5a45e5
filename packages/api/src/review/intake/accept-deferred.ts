import type { WorkingCalendar } from '@tidu/rules';
import { changeState } from '../../applications/change-state.ts';
import { lastDay } from '../../applications/clocks.ts';
import { type ApplicationRow, readApplication } from '../../applications/queries.ts';
import { listDeferrals } from '../../applications/read-case.ts';
import { setDeferralDays } from '../../applications/set-deferral-days.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { readCalendar } from '../../calendar/queries.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { longestDeferral } from '../../schemes/longest-deferral.ts';
import { readScheme } from '../../schemes/queries.ts';
import { openReview } from '../open-review.ts';
import { tellFirm } from '../tell-firm.ts';
import type { AcceptDeferredRequest } from './contract.ts';

/**
 * Accepts a case whose minor materials come later (容缺受理). Each gets its last day: by the scheme, at most the limit for
 * deferred materials and always two working days before the office itself must be done.
 */
export const acceptDeferred = (
  act: PersonalAct,
  input: AcceptDeferredRequest & { readonly applicationId: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const { applicationId, version } = input;
    const dueOn = await daysFor(tx, input, dayInChina(act.now), await readCalendar(tx));
    const row = await changeState(tx, act, {
      applicationId,
      event: 'accept-deferred',
      version,
      set: { openDeferrals: dueOn.size },
      details: { dueOn: Object.fromEntries(dueOn) },
    });
    await setDeferralDays(tx, applicationId, dueOn);
    await openReview(tx, act, row);
    await tellFirm(tx, act, row, 'accept-deferred', { day: [...dueOn.values()].toSorted()[0] ?? '' });
    return row;
  });

async function daysFor(
  tx: Transaction,
  { applicationId, days }: AcceptDeferredRequest & { readonly applicationId: string },
  today: string,
  calendar: WorkingCalendar,
): Promise<ReadonlyMap<string, string>> {
  const row = await readApplication(tx, applicationId);
  const scheme = row && (await readScheme(tx, row.schemeId, row.schemeRevision));
  if (!scheme) throw new ApiError(404, 'not-found');
  const promised = (await listDeferrals(tx, applicationId)).filter(({ deliveredAt }) => deliveredAt === null);
  const most = longestDeferral(scheme.document);
  const given = new Map(days.map(({ materialId, workingDays }) => [materialId, workingDays]));
  const wrong = days.flatMap(({ materialId, workingDays }, i) => {
    const path = `days.${i}`;
    if (!promised.some((each) => each.materialId === materialId))
      return [{ path: `${path}.materialId`, message: message('api.detail.not-promised') }];
    if (workingDays <= most) return [];
    const args = { most: String(most) };
    return [
      {
        path: `${path}.workingDays`,
        message: message('api.detail.deferral-too-long', args),
        fix: message('api.fix.deferral-days', args),
      },
    ];
  });
  if (wrong.length > 0) throw refuseAll('invalid-request', wrong);
  return new Map(
    promised.map(({ materialId }) => {
      const end = lastDay(today, given.get(materialId) ?? most, calendar);
      if (end === null) throw new ApiError(409, 'calendar-missing');
      return [materialId, end];
    }),
  );
}
