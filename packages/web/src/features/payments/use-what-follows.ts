import { useQuery } from '@tanstack/react-query';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { casePaymentsQuery } from './queries.ts';

/** What still follows an approval, in the firm's words: money on its way or to give back. Nothing where all is done. */
export function useWhatFollows(applicationId: string, isApproved: boolean) {
  const m = useMessages(paymentsMessages).firm.follows;
  const format = useFormat();
  const { data } = useQuery({ ...casePaymentsQuery(applicationId), enabled: isApproved });
  if (!data) return undefined;
  if (data.recoveries.some(({ state }) => state === 'open')) return { turn: m.toGiveBack, next: m.giveBack };
  const open = data.instalments.filter(({ state }) => state !== 'paid' && state !== 'stopped');
  if (open.length === 0) return undefined;
  const needsAccount = !data.payTo && open.some(({ state }) => ['waiting', 'due', 'bounced'].includes(state));
  if (needsAccount) return { turn: m.toPay, next: m.account };
  if (Number(data.paid) > 0) return { turn: m.paying, next: m.rest(format.money(data.paid), open.length) };
  return { turn: open.some(({ state }) => state === 'released') ? m.paying : m.toPay, next: m.first(open.length) };
}
