import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { CorrectionFields } from './correction-fields.tsx';
import { casePath, useCaseChange } from './queries.ts';
import { type CorrectionDraft, suggestCorrections } from './suggest-corrections.ts';

const EMPTY: CorrectionDraft = { subject: 'general', problem: '', howToFix: '', lateReason: '' };
const isWritten = ({ problem, howToFix }: CorrectionDraft): boolean => problem.trim() !== '' && howToFix.trim() !== '';

/** Builds the one complete list: what the system found can be taken over with one click, anything else is written. */
export function ReturnDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const { view } = useCase();
  const [items, setItems] = useState<readonly CorrectionDraft[]>([]);
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const suggestions = suggestCorrections(view, m.returning, text).filter(
    ({ subject }) => !items.some((item) => item.subject === subject),
  );
  const send = (): void =>
    change.mutate({
      path: `${casePath(view.case.id)}/return`,
      body: {
        version: view.version,
        items: items.map(({ lateReason, ...item }) => (lateReason.trim() === '' ? item : { ...item, lateReason })),
      },
    });
  const put = (at: number, item: CorrectionDraft): void => setItems(items.map((each, i) => (i === at ? item : each)));
  return (
    <ChangeDialog
      wide
      title={m.returning.title}
      lead={m.returning.lead}
      action={m.returning.action(items.length)}
      change={change}
      problems={problems}
      onConfirm={send}
      onClose={onClose}
      isReady={items.length > 0 && items.every(isWritten)}
    >
      <Suggestions suggestions={suggestions} onAdd={(item) => setItems([...items, item])} />
      <ol className="space-y-4">
        {items.map((item, i) => (
          <CorrectionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no name before they are sent
            key={i}
            at={i}
            item={item}
            problems={problems}
            onChange={(next) => put(i, next)}
            onRemove={() => setItems(items.filter((_, each) => each !== i))}
          />
        ))}
      </ol>
      {items.length === 0 && <p className="text-small text-ink-3">{m.returning.empty}</p>}
      <Button size="dense" onClick={() => setItems([...items, EMPTY])}>
        {m.returning.addOwn}
      </Button>
    </ChangeDialog>
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly CorrectionDraft[];
  readonly onAdd: (item: CorrectionDraft) => void;
}

function Suggestions({ suggestions, onAdd }: SuggestionsProps) {
  const m = useMessages(reviewMessages);
  return (
    <section className="rounded-2 bg-sunken p-3 text-small">
      <h3 className="font-semibold">{m.returning.suggestions}</h3>
      {suggestions.length === 0 && <p className="text-ink-2">{m.returning.none}</p>}
      <ul className="mt-1 max-h-44 divide-y divide-line overflow-auto">
        {suggestions.map((item) => (
          <li key={item.subject} className="flex items-center justify-between gap-3 py-1">
            <span>{item.problem}</span>
            <Button
              size="dense"
              look="quiet"
              className="shrink-0 whitespace-nowrap"
              aria-label={`${m.returning.add}：${item.problem}`}
              onClick={() => onAdd(item)}
            >
              {m.returning.add}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
