import type { FactDef, ListItem } from '@tidu/rules';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { answer } from '../model/draft-session.ts';
import { fieldOf } from '../model/questions.ts';
import { ListField } from './list-field.tsx';
import type { QuestionProps } from './question-props.ts';
import { useWords } from './use-words.ts';

/** Dated records, such as awards: none, or one row each. */
export function ListQuestion({ question, draft }: QuestionProps) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const words = useWords(question);
  const state = draft.facts[question.id];
  const items: readonly ListItem[] = state && 'known' in state && Array.isArray(state.known) ? state.known : [];
  const fields: readonly FactDef[] = question.def.fields ?? [];
  const set = (next: readonly ListItem[]): void => answer(question.id, { known: next });
  const change = (at: number, id: string, value: ListItem[string]): void =>
    set(items.map((item, i) => (i === at ? { ...item, [id]: value } : item)));
  return (
    <Field
      legend
      id={fieldOf(question.id)}
      label={words.ask}
      hint={words.hint}
      where={words.where}
      unknown={state !== undefined && 'state' in state}
      onUnknownChange={(on) => answer(question.id, on ? { state: 'unknown' } : undefined)}
    >
      {items.length === 0 && <p className="mb-2 text-small text-ink-2">{m.listEmpty}</p>}
      <ol className="space-y-3">
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: records have no name of their own
          <li key={i} className="flex flex-wrap items-end gap-3 rounded-2 border border-line p-3">
            {fields.map((def) => (
              <ListField
                key={def.id}
                def={def}
                id={`${fieldOf(question.id)}-${i}-${def.id}`}
                label={text(def.label)}
                value={item[def.id] ?? null}
                onChange={(value) => change(i, def.id, value)}
              />
            ))}
            <Button
              size="dense"
              look="quiet"
              aria-label={m.listRemove(i + 1)}
              onClick={() => set(items.filter((_, at) => at !== i))}
            >
              {m.deleteDraft}
            </Button>
          </li>
        ))}
      </ol>
      <div className="mt-3">
        <Button size="dense" onClick={() => set([...items, Object.fromEntries(fields.map((def) => [def.id, null]))])}>
          {m.listAdd}
        </Button>
      </div>
    </Field>
  );
}
