import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { useCase } from './case-context.tsx';
import type { CorrectionDraft } from './suggest-corrections.ts';

interface CorrectionFieldsProps {
  readonly at: number;
  readonly item: CorrectionDraft;
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (next: CorrectionDraft) => void;
  readonly onRemove: () => void;
}

/** One line of the complete list: what it is about, the problem, how to put it right. */
export function CorrectionFields({ at, item, problems, onChange, onRemove }: CorrectionFieldsProps) {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const set = (key: keyof CorrectionDraft) => (value: string) => onChange({ ...item, [key]: value });
  const field = (key: keyof CorrectionDraft) => ({
    id: `items-${at}-${key}`,
    value: item[key],
    onChange: set(key),
    maxLength: 1000,
    error: problems.get(`items.${at}.${key}`),
  });
  const isLater = view.corrections.length > 0;
  return (
    <li className="rounded-2 border border-line p-3">
      <div className="flex items-center justify-between gap-3">
        <p className="text-small font-semibold">{m.returning.item(at + 1)}</p>
        <Button size="dense" look="quiet" aria-label={m.returning.remove(at + 1)} onClick={onRemove}>
          ×
        </Button>
      </div>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <SubjectSelect id={`items-${at}-subject`} value={item.subject} onChange={set('subject')} />
        <TextInput label={m.returning.problem} {...field('problem')} />
        <div className="sm:col-span-2">
          <TextInput label={m.returning.howToFix} {...field('howToFix')} />
        </div>
        {isLater && (
          <div className="sm:col-span-2">
            <TextInput optional label={m.returning.lateReason} hint={m.returning.lateHint} {...field('lateReason')} />
          </div>
        )}
      </div>
    </li>
  );
}

interface SubjectSelectProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (next: string) => void;
}

function SubjectSelect({ id, value, onChange }: SubjectSelectProps) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const { view } = useCase();
  const facts = new Map(view.figures.map(({ fact, label }) => [fact, label]));
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {m.returning.subject}
      </label>
      <select id={id} className="control mt-2" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="general">{m.returning.general}</option>
        {view.scheme.materials.map((each) => (
          <option key={each.id} value={`material:${each.id}`}>
            {m.returning.material(text(each.label))}
          </option>
        ))}
        {[...facts].map(([fact, label]) => (
          <option key={fact} value={`fact:${fact}`}>
            {m.returning.fact(text(label))}
          </option>
        ))}
      </select>
    </div>
  );
}
