import { useQuery } from '@tanstack/react-query';
import type { LedgerPage } from '@tidu/api/allocations/contract';
import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';
import { ledgerQuery, type PoolKey } from './queries.ts';

type Movement = LedgerPage['movements'][number];

/** Every movement of the pool's money in its year. */
export function LedgerPart({ poolKey }: { readonly poolKey: PoolKey }) {
  const m = useMessages(allocationsMessages);
  const format = useFormat();
  const instant = useInstant();
  const { data } = useQuery(ledgerQuery(poolKey));
  if (!data || data.movements.length === 0) return null;
  const columns: readonly Column<Movement>[] = [
    { id: 'at', head: m.at, cell: ({ at }) => instant(at) },
    { id: 'kind', head: m.kind, cell: ({ kind }) => m.kinds[kind] },
    { id: 'firm', head: m.firm, rowHead: true, cell: ({ firmName }) => firmName },
    { id: 'amount', head: m.got, align: 'right', cell: ({ amount }) => format.money(amount) },
  ];
  return (
    <Disclosure summary={`${m.ledger}（${data.movements.length}）`}>
      <DataTable
        dense
        hideCaption
        caption={m.ledger}
        columns={columns}
        rows={data.movements.toReversed()}
        rowId={(row, i) => `${row.at} ${i}`}
      />
    </Disclosure>
  );
}
