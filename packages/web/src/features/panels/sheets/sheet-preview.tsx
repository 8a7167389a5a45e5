import type { SheetDocument } from '@tidu/api/panels/contract';
import { sheetTotal } from '@tidu/rules';
import { useState } from 'react';
import { panelsMessages } from '../../../messages/panels-messages.ts';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { CriterionField } from '../criterion-field.tsx';
import { type MarksText, pointsText, readMarks } from '../marks.ts';

/** The sheet as an expert has it before them, with the running total; marks here go nowhere. */
export function SheetPreview({ document }: { readonly document: SheetDocument }) {
  const m = useMessages(templateMessages);
  const words = useMessages(panelsMessages);
  const [marks, setMarks] = useState<MarksText>({});
  const total = pointsText(sheetTotal(document.criteria, readMarks(marks)));
  return (
    <section
      aria-labelledby="preview-title"
      className="max-w-lg rounded-3 border border-line bg-surface p-5 lg:sticky lg:top-4"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="preview-title" className="text-h3">
          {m.sheetPreview}
        </h2>
        <p role="status" className="text-right">
          <span className="text-small text-ink-2">{words.total} </span>
          <span className="text-figure font-semibold tabular-nums">{total ?? words.totalNone}</span>
        </p>
      </div>
      <p className="mt-1 text-small text-ink-2">{m.sheetPreviewLead}</p>
      <div className="mt-4 space-y-5">
        {document.criteria.map((criterion) => (
          <CriterionField
            key={criterion.id}
            criterion={criterion}
            value={marks[criterion.id]}
            onChange={(next) => setMarks({ ...marks, [criterion.id]: next })}
            disabled={false}
            error={undefined}
          />
        ))}
      </div>
    </section>
  );
}
