import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CasePayments, PaymentPage } from '@tidu/api/payments/contract';
import type { Order, OrderPage } from '@tidu/api/payments/orders/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { sendJson } from '../../shared/api/send-json.ts';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';

const ORDERS = '/api/v1/payment-orders';
const asked = (query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

export const paymentsQuery = (state: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['payments', 'queue', state],
    queryFn: ({ signal, pageParam }) =>
      readJson<PaymentPage>(`/api/v1/payments${asked({ state, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const exportPath = (state: string | undefined, format: 'xlsx' | 'csv'): string =>
  `/api/v1/payments/export${asked({ state, format })}`;

export const ordersQuery = infiniteQueryOptions({
  queryKey: ['payments', 'orders'],
  queryFn: ({ signal, pageParam }) => readJson<OrderPage>(`${ORDERS}${asked({ before: pageParam })}`, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const orderPath = (id: string): string => `${ORDERS}/${id}`;
export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['payments', 'order', id],
    queryFn: ({ signal }) => readJson<Order>(orderPath(id), signal),
  });

export const casePaymentsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['payments', 'case', applicationId],
    queryFn: ({ signal }) => readJson<CasePayments>(`/api/v1/applications/${applicationId}/payments`, signal),
  });

/** Does one thing to payments and reads all that is shown of them anew, whatever came of it. */
export function usePaymentAct<T = unknown>(path: string, said: string, onDone: (answer: T) => void) {
  const client = useQueryClient();
  const { show } = useAnnouncer();
  return useMutation({
    mutationFn: (body: unknown) => sendJson<T>('POST', path, body),
    onSuccess: (answer) => {
      show(said);
      onDone(answer);
    },
    onSettled: () => client.invalidateQueries(),
  });
}
