import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BulkRequest, BulkResult, CaseRow, DeskOverview } from '@tidu/api/review/desk/contract';
import { useId, useState } from 'react';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { BulkDecide } from '../decisions/bulk-decide.tsx';
import { useSession } from '../session/use-session.ts';

interface BulkBarProps {
  readonly rows: readonly CaseRow[];
  readonly colleagues: DeskOverview['colleagues'];
  readonly onClear: () => void;
}

/** What can be done with the selected cases at once; afterwards every case has its own result. */
export function BulkBar({ rows, colleagues, onClear }: BulkBarProps) {
  const m = useMessages(deskMessages);
  const client = useQueryClient();
  const id = useId();
  const { session } = useSession();
  const isClerk = session?.staff.some(({ role }) => role === 'intake-clerk') ?? false;
  const [userId, setUserId] = useState('');
  const work = useMutation({
    mutationFn: (request: BulkRequest) => sendJson<BulkResult>('POST', '/api/v1/desk/bulk', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['desk'] }),
  });
  const cases = rows.map((row) => ({ id: row.id, version: row.version }));
  const close = (): void => {
    work.reset();
    onClear();
  };
  return (
    <>
      <section
        aria-label={m.selected(rows.length)}
        className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 border border-celadon bg-raised px-4 py-2 shadow-2"
      >
        <p className="text-small font-medium">{m.selected(rows.length)}</p>
        {isClerk && (
          <Button
            size="dense"
            look="primary"
            busy={work.isPending}
            onClick={() => work.mutate({ action: 'accept', cases })}
          >
            {m.bulkAccept}
          </Button>
        )}
        <BulkDecide ids={rows.map(({ id: caseId }) => caseId)} onClose={onClear} />
        <span className="inline-flex items-center gap-2">
          <label htmlFor={id} className="text-small text-ink-2">
            {m.bulkAssign}
          </label>
          <select
            id={id}
            className="h-9 rounded-2 border border-line-strong bg-raised px-2 text-small"
            value={userId}
            onChange={(event) => setUserId(event.target.value)}
          >
            <option value="">—</option>
            {colleagues.map((each) => (
              <option key={each.userId} value={each.userId}>
                {each.name}
              </option>
            ))}
          </select>
          <Button
            size="dense"
            disabled={userId === ''}
            busy={work.isPending}
            onClick={() => work.mutate({ action: 'assign', cases, userId })}
          >
            {m.assign}
          </Button>
        </span>
        <Button size="dense" look="quiet" className="ml-auto" onClick={onClear}>
          {m.clearSelection}
        </Button>
        {work.error && <Notice tone="error">{work.error.message}</Notice>}
      </section>
      <BulkResults result={work.data} onClose={close} />
    </>
  );
}

function BulkResults({ result, onClose }: { readonly result: BulkResult | undefined; readonly onClose: () => void }) {
  const m = useMessages(deskMessages);
  if (!result) return null;
  const left = result.results.filter(({ ok }) => !ok);
  return (
    <Dialog open wide onClose={onClose} title={m.bulkTitle}>
      <p>{left.length === 0 ? m.bulkAllDone(result.done) : m.bulkDone(result.done, result.results.length)}</p>
      {left.length > 0 && (
        <ul className="mt-4 max-h-[50vh] divide-y divide-line overflow-auto border-y border-line text-small">
          {left.map((each) => (
            <li key={each.id} className="py-2">
              <p className="font-medium">
                <span className="mr-2 tabular-nums">{each.number}</span>
                {each.firmName}
              </p>
              <p className="text-ink-2">{[each.message, ...(each.details ?? [])].join('：')}</p>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
