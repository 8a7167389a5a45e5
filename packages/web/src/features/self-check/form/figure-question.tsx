import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { unitMessages } from '../../../messages/unit-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { answer } from '../model/draft-session.ts';
import { fieldOf } from '../model/questions.ts';
import { FigureCell, isMoney } from './figure-cell.tsx';
import type { FactQuestion, QuestionProps } from './question-props.ts';
import { UnitSwitch } from './unit-switch.tsx';
import { useWords } from './use-words.ts';

/** One figure with its unit; an amount may also not apply at all (valued in another currency, no such project). */
export function FigureQuestion({ question, draft }: QuestionProps) {
  const m = useMessages(selfCheckMessages);
  const words = useWords(question);
  const unitWords = useMessages(unitMessages);
  const field = fieldOf(question.id);
  const state = draft.facts[question.id];
  const open = state && 'state' in state ? state.state : undefined;
  const { def } = question;
  const unit = draft.units[def.id] ?? 'wan';
  const unitName = fixedUnit(question, unitWords);
  return (
    <Field
      id={field}
      label={words.ask}
      hint={words.hint}
      where={words.where}
      unknown={open === 'unknown'}
      onUnknownChange={(on) => answer(question.id, on ? { state: 'unknown' } : undefined)}
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <FigureCell
          key={unit}
          field={field}
          name={words.label}
          def={def}
          unit={unit}
          value={state && 'known' in state ? String(state.known) : undefined}
          onChange={(next) => answer(question.id, next === undefined ? undefined : { known: next })}
          stuck={draft.typed[field]}
          disabled={open !== undefined}
          className="w-44"
        />
        <div className="flex min-h-11 items-center gap-4">
          {isMoney(def) ? (
            <UnitSwitch
              ids={[def.id]}
              currency={def.unit}
              label={words.label}
              unit={unit}
              disabled={open !== undefined}
            />
          ) : (
            unitName && <span className="text-ink-2">{unitName}</span>
          )}
          {isMoney(def) && (
            <label className="inline-flex min-h-6 cursor-pointer items-center gap-2 text-small text-ink-2">
              <input
                type="checkbox"
                className="size-4 accent-[var(--celadon)]"
                checked={open === 'notApplicable'}
                onChange={(event) => answer(question.id, event.target.checked ? { state: 'notApplicable' } : undefined)}
              />
              {m.notApplicable}
            </label>
          )}
        </div>
      </div>
    </Field>
  );
}

type UnitWords = (typeof unitMessages)['en'];

/** The unit of a count, as it stands behind a figure: 人, 个月, %. */
function fixedUnit({ def }: FactQuestion, words: Pick<UnitWords, 'people' | 'months' | 'years' | 'days'>): string {
  const { unit } = def;
  if (unit === 'ratio') return '%';
  return unit === 'people' || unit === 'months' || unit === 'years' || unit === 'days' ? words[unit]('').trim() : '';
}
