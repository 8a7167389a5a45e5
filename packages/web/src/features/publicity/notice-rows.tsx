import type { Notice, NoticeRow } from '@tidu/api/publicity/contract';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { RowStatus } from './row-status.tsx';

interface NoticeRowsProps {
  readonly notice: Notice;
  readonly onObject: (row: NoticeRow) => void;
}

const CAN_OBJECT: readonly NoticeRow['status'][] = ['open', 'objection'];

/** The rows of a notice: a list that reads on a phone and lines up on a desk. */
export function NoticeRows({ notice, onObject }: NoticeRowsProps) {
  const m = useMessages(publicityMessages);
  return (
    <ol className="divide-y divide-line rounded-2 border border-line bg-surface" aria-label={m.title}>
      {notice.rows.map((row) => (
        <Row key={row.applicationId} row={row} onObject={() => onObject(row)} />
      ))}
    </ol>
  );
}

function Row({ row, onObject }: { readonly row: NoticeRow; readonly onObject: () => void }) {
  const m = useMessages(publicityMessages);
  const text = useText();
  const format = useFormat();
  return (
    <li className="break-inside-avoid px-5 py-4">
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-[2.5rem_1fr_11rem_11rem] md:items-baseline">
        <span className="text-small text-ink-3 tabular-nums max-md:hidden">{row.position}</span>
        <div className="min-w-0">
          <p className="font-semibold">{row.firmName}</p>
          <p className="text-small text-ink-2">{row.projectName}</p>
          <p className="text-caption text-ink-3 tabular-nums">
            {row.creditCode}
            {row.tier && ` · ${text(row.tier)}`}
          </p>
        </div>
        <p className="text-h3 font-semibold tabular-nums md:text-right">{row.amount && format.money(row.amount)}</p>
        <div className="flex flex-wrap items-center gap-2 md:flex-col md:items-end">
          <RowStatus status={row.status} />
          {row.until && <span className="text-caption text-ink-2">{m.until(format.day(row.until))}</span>}
          {row.replacedBy && (
            <Link to="/publicity/$noticeId" params={{ noticeId: row.replacedBy }}>
              {m.toNew}
            </Link>
          )}
          {CAN_OBJECT.includes(row.status) && (
            <span data-screen-only="">
              <Button size="dense" onClick={onObject} aria-label={m.objectTo(row.firmName)}>
                {m.object}
              </Button>
            </span>
          )}
        </div>
      </div>
      {row.answers.length > 0 && <Answers answers={row.answers} />}
    </li>
  );
}

function Answers({ answers }: { readonly answers: NoticeRow['answers'] }) {
  const m = useMessages(publicityMessages);
  const format = useFormat();
  return (
    <section className="mt-3 rounded-1 bg-sunken px-4 py-3 md:ml-10" aria-label={m.answers}>
      {answers.map((each) => (
        <div key={each.number} className="py-1">
          <p className="text-small text-ink-2 tabular-nums">
            {m.answered(each.number, format.day(each.answeredOn))} · {m[each.outcome]}
          </p>
          <p className="max-w-prose whitespace-pre-line">{each.answer}</p>
        </div>
      ))}
    </section>
  );
}
