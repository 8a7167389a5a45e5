import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Order } from '@tidu/api/payments/orders/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { readingHeaders } from '../../shared/api/read-json.ts';
import { failureOf, RequestFailed } from '../../shared/api/request-failed.ts';
import { newKey } from '../../shared/api/send-json.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { orderPath } from './queries.ts';

/** The results of the bank in one sheet: all of them are recorded, or none with everything that is wrong in it. */
export function ResultFile({ order }: { readonly order: Order }) {
  const m = useMessages(paymentsMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const send = useMutation({
    mutationFn: (file: File) => sendSheet(`${orderPath(order.id)}/result-file?version=${order.version}`, file),
    onSuccess: () => show(m.order.resultsDone),
    onSettled: () => client.invalidateQueries(),
  });
  const template = `${orderPath(order.id)}/result-template?format=`;
  return (
    <section aria-labelledby="result-file" className="space-y-3">
      <h2 id="result-file" className="text-h3">
        {m.order.resultFile}
      </h2>
      <p className="max-w-prose text-small text-ink-2">{m.order.resultFileLead}</p>
      <p className="flex flex-wrap gap-3">
        <a className={buttonClass('secondary')} href={`${template}xlsx`} download>
          {m.order.templateXlsx}
        </a>
        <a className={buttonClass('secondary')} href={`${template}csv`} download>
          {m.order.templateCsv}
        </a>
        <label className={`${buttonClass('primary')} cursor-pointer focus-within:outline-2`}>
          {m.order.uploadResults}
          <input
            type="file"
            accept=".csv,.xlsx"
            className="sr-only"
            disabled={send.isPending}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) send.mutate(file);
            }}
          />
        </label>
      </p>
      {send.error && <Faults error={send.error} />}
    </section>
  );
}

function Faults({ error }: { readonly error: Error }) {
  const m = useMessages(paymentsMessages);
  const details = error instanceof RequestFailed ? error.details : [];
  return (
    <Notice tone="error" title={details.length > 0 ? m.order.resultsRefused(details.length) : error.message}>
      <ul className="text-small">
        {details.map(({ path, message, fix }) => {
          const row = /^row\.(\d+)/.exec(path)?.[1];
          return (
            <li
              key={`${path} ${message}`}
            >{`${row ? m.order.sheetRow(row) : ''}${message}${fix ? `。${fix}` : ''}`}</li>
          );
        })}
      </ul>
    </Notice>
  );
}

async function sendSheet(path: string, file: File): Promise<void> {
  const type = file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/octet-stream';
  const headers = { ...readingHeaders(), 'content-type': type, 'idempotency-key': newKey() };
  const response = await fetch(path, { method: 'POST', headers, body: file });
  if (!response.ok) throw await failureOf(response, path);
}
