import type { Sheet } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';

type Criterion = Sheet['document']['criteria'][number];

/** The version of the scoring sheet that the panel keeps. */
export function SheetPart({ sheet }: { readonly sheet: Sheet }) {
  const m = useMessages(panelsMessages);
  const text = useText();
  const columns: readonly Column<Criterion>[] = [
    { id: 'label', head: m.scoring, rowHead: true, cell: ({ label }) => text(label) },
    { id: 'weight', head: m.weight, align: 'right', cell: ({ weight }) => `${weight}%` },
    { id: 'max', head: m.maxPoints, align: 'right', cell: ({ maxPoints }) => maxPoints },
    { id: 'full', head: m.fullMarks, wideOnly: true, cell: ({ fullMarks }) => text(fullMarks) },
  ];
  return (
    <section aria-labelledby="sheet-title">
      <h2 id="sheet-title" className="text-h2">
        {m.sheet}
      </h2>
      <p className="mb-3 text-small text-ink-2">
        {text(sheet.document.label)} · {m.sheetVersion(sheet.version)}
      </p>
      <DataTable
        hideCaption
        caption={m.sheet}
        columns={columns}
        rows={sheet.document.criteria}
        rowId={({ id }) => id}
      />
    </section>
  );
}
