import type { OrderRowView, ResultsRequest } from '@tidu/api/payments/orders/contract';

/** What is typed for one payment: both ways are kept while the choice goes back and forth. */
export interface Result {
  readonly outcome: 'later' | 'paid' | 'bounced';
  readonly paidOn: string;
  readonly bankReference: string;
  readonly reason: string;
}

export const LATER: Result = { outcome: 'later', paidOn: '', bankReference: '', reason: '' };

type Said = ResultsRequest['results'][number];

/** The request for what is chosen, in the order of the rows. */
export const bodyOf = (
  rows: readonly Pick<OrderRowView, 'id'>[],
  results: Readonly<Record<string, Result>>,
): readonly Said[] =>
  rows.flatMap(({ id: rowId }): readonly Said[] => {
    const { outcome, paidOn, bankReference, reason } = results[rowId] ?? LATER;
    if (outcome === 'later') return [];
    return [outcome === 'paid' ? { rowId, outcome, paidOn, bankReference } : { rowId, outcome, reason }];
  });

export const isWritten = (said: Said): boolean =>
  said.outcome === 'paid' ? said.paidOn !== '' && said.bankReference.trim() !== '' : said.reason.trim() !== '';
