import type { NoticeRow } from '@tidu/api/publicity/contract';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

const LOOK: Readonly<Record<NoticeRow['status'], string>> = {
  open: 'border-celadon bg-celadon-wash text-celadon-strong',
  objection: 'border-amber bg-amber-soft text-amber',
  'in-decision': 'border-amber bg-amber-soft text-amber',
  approved: 'border-celadon bg-celadon text-on-celadon',
  replaced: 'border-line-strong bg-sunken text-ink-2',
  withdrawn: 'border-line-strong bg-sunken text-ink-2',
};

/** Where a row of a notice stands, in a fixed word. */
export function RowStatus({ status }: { readonly status: NoticeRow['status'] }) {
  const m = useMessages(publicityMessages);
  return (
    <span
      className={`inline-flex rounded-full border px-2.5 py-0.5 text-caption font-medium whitespace-nowrap ${LOOK[status]}`}
    >
      {m.statuses[status]}
    </span>
  );
}
