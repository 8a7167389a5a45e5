import type { Receipt } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import type { PolicyResult } from '../model/evaluate-firm.ts';
import { saveFile } from '../model/save-file.ts';

interface ReceiptsSectionProps {
  readonly results: readonly PolicyResult[];
  readonly receipts: readonly Receipt[];
}

/** A receipt for every policy: number, version, and the file that replays it. */
export function ReceiptsSection({ results, receipts }: ReceiptsSectionProps) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const format = useFormat();
  const rows = results.flatMap(({ doc }, i) => {
    const receipt = receipts[i];
    return receipt ? [{ doc, receipt }] : [];
  });
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts" className="text-h2">
        {m.receipts}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-2">{m.receiptsLead}</p>
      <DataTable
        caption={m.receipts}
        hideCaption
        rows={rows}
        rowId={({ doc }) => doc.id}
        columns={[
          { id: 'policy', head: m.receiptColumn.policy, cell: ({ doc }) => text(doc.label), rowHead: true },
          { id: 'version', head: m.receiptColumn.version, cell: ({ doc }) => m.version(format.day(doc.inForce.from)) },
          {
            id: 'number',
            head: m.receiptColumn.number,
            cell: ({ receipt }) => <code className="font-mono">{receipt.number}</code>,
          },
          {
            id: 'download',
            head: m.receiptColumn.download,
            cell: ({ doc, receipt }) => (
              <Button
                size="dense"
                look="quiet"
                data-screen-only=""
                aria-label={m.downloadReceipt(text(doc.label))}
                onClick={() => saveFile(`${receipt.number}.json`, JSON.stringify(receipt, null, 2), 'application/json')}
              >
                {m.download}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
