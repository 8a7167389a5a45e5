import { useInfiniteQuery } from '@tanstack/react-query';
import type { AwardList } from '@tidu/api/publicity/contract';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';
import { awardListQuery } from './queries.ts';

type Award = AwardList['awards'][number];

/** Support that was approved after its notice. */
export function AwardsPart() {
  const m = useMessages(publicityMessages);
  const text = useText();
  const format = useFormat();
  const list = useInfiniteQuery(awardListQuery);
  const awards = list.data?.pages.flatMap((page) => page.awards) ?? [];
  if (!list.data) return null;
  const columns: readonly Column<Award>[] = [
    { id: 'firm', head: m.firm, rowHead: true, cell: (row) => row.firmName },
    { id: 'scheme', head: m.scheme, wideOnly: true, cell: (row) => text(row.scheme) },
    { id: 'tier', head: m.tier, wideOnly: true, cell: (row) => (row.tier ? text(row.tier) : '—') },
    {
      id: 'amount',
      head: m.approvedAmount,
      align: 'right',
      cell: (row) => (row.amount ? format.money(row.amount) : '—'),
    },
    { id: 'on', head: m.approvedOn, align: 'right', cell: (row) => format.day(row.approvedOn) },
  ];
  return (
    <section className="mt-12 border-t border-line pt-8" aria-labelledby="awards-title">
      <h2 id="awards-title" className="text-h2">
        {m.awards}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{awards.length === 0 ? m.noAwards : m.awardsLead}</p>
      {awards.length > 0 && (
        <DataTable caption={m.awards} hideCaption columns={columns} rows={awards} rowId={(row) => row.applicationId} />
      )}
      {list.hasNextPage && (
        <div className="mt-4">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {m.more}
          </Button>
        </div>
      )}
    </section>
  );
}
