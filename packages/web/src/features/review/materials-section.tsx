import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useCase } from './case-context.tsx';
import { FileButton } from './file-button.tsx';

/** What was handed in, material by material; then the cost items, other public money and the firm's own words. */
export function MaterialsSection() {
  const m = useMessages(reviewMessages);
  const text = useText();
  const { view } = useCase();
  const { submission } = view;
  return (
    <section aria-label={m.materials} className="grid gap-6 border-t border-line pt-5 text-small lg:grid-cols-2">
      <div>
        <h3 className="text-h3">{m.materials}</h3>
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {view.scheme.materials.map(({ id, label, kind, isAsked }) => {
            const files = submission.materials.find((each) => each.materialId === id)?.files ?? [];
            if (!isAsked && files.length === 0) return null;
            return (
              <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-3 py-1">
                <span className="min-w-0 flex-1 basis-40">
                  {text(label)}
                  {kind === 'late' && <span className="ml-2 text-caption text-ink-3">{m.late}</span>}
                </span>
                {files.length === 0 && <span className="text-ink-3">{m.noFile}</span>}
                {files.map((file) => (
                  <FileButton key={file.id} file={file} />
                ))}
              </li>
            );
          })}
        </ul>
      </div>
      <Money />
    </section>
  );
}

function Money() {
  const m = useMessages(reviewMessages);
  const format = useFormat();
  const { costItems, otherFunding, notes } = useCase().view.submission;
  const amount = (text: string | undefined): string => (text === undefined ? '—' : format.money(text));
  return (
    <div className="space-y-4">
      {costItems.length > 0 && (
        <div>
          <h3 className="text-h3">{m.costItems}</h3>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {costItems.map((item, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a submission never changes
              <li key={i} className="flex min-h-9 items-center justify-between gap-4">
                <span>{[item.name, item.year].filter(Boolean).join(' ')}</span>
                <span className="tabular-nums">{amount(item.amount)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {otherFunding.length > 0 && (
        <div>
          <h3 className="text-h3">{m.otherFunding}</h3>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {otherFunding.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a submission never changes
              <li key={i} className="flex min-h-9 items-center justify-between gap-4">
                <span>{[line.source, line.project, line.year].filter(Boolean).join(' · ')}</span>
                <span className="tabular-nums">{amount(line.amount as string | undefined)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {notes && (
        <div>
          <h3 className="text-h3">{m.notes}</h3>
          <p className="mt-1 whitespace-pre-line">{notes}</p>
        </div>
      )}
    </div>
  );
}
