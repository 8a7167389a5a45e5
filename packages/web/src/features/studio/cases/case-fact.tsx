import { type FactDef, type Unit, unitOfFact } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { LazyInput } from '../editor/lazy-input.tsx';
import { SELECT } from '../editor/select-class.ts';
import { readFigure, scalesFor, writeFigure } from '../model/figure-text.ts';
import { isJson } from '../model/shape-of.ts';

interface CaseFactProps {
  readonly fact: FactDef;
  /** The base fiscal year T of the case. */
  readonly year: number;
  readonly value: unknown;
  readonly onChange: (next: unknown) => void;
}

const known = (value: unknown): unknown => (isJson(value) && 'known' in value ? value.known : value);

/** What a firm answers to one question; left empty, it has not answered. */
export function CaseFact({ fact, year, value, onChange }: CaseFactProps) {
  const text = useText();
  const now = known(value);
  const label = text(fact.label) || fact.id;
  const id = `fact-${fact.id}`;
  return (
    <div className="grid items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5 last:border-0 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <span className="text-small text-ink-2">{label}</span>
      <Answer fact={fact} year={year} value={now} id={id} label={label} onChange={onChange} />
    </div>
  );
}

type AnswerProps = CaseFactProps & { readonly id: string; readonly label: string };

function Answer(props: AnswerProps) {
  const { fact, value, id, label, onChange } = props;
  const m = useMessages(studioWorkMessages);
  const text = useText();
  if (fact.type === 'bool' || fact.type === 'enum') {
    const choices =
      fact.type === 'bool'
        ? [
            ['true', m.yes],
            ['false', m.no],
          ]
        : (fact.domain?.values ?? []).map((each) => [each.id, text(each.label)]);
    return (
      <select
        id={id}
        aria-label={label}
        className={SELECT}
        value={value === undefined || value === null ? '' : String(value)}
        onChange={(event) => {
          const next = event.target.value;
          onChange(next === '' ? undefined : fact.type === 'bool' ? next === 'true' : next);
        }}
      >
        <option value="">{m.notAnswered}</option>
        {choices.map(([word, said]) => (
          <option key={word} value={word}>
            {said}
          </option>
        ))}
      </select>
    );
  }
  if (fact.type === 'series') return <Years {...props} />;
  if (fact.type === 'date' || fact.type === 'list')
    return (
      <LazyInput
        id={id}
        label={label}
        hideLabel
        type={fact.type === 'date' ? 'date' : 'text'}
        value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
        hint={fact.type === 'list' ? m.listHint : undefined}
        onCommit={(typed) => onChange(typed === '' ? undefined : fact.type === 'date' ? typed : listOf(typed, value))}
      />
    );
  return <Amount id={id} label={label} unit={unitOfFact(fact) ?? 'none'} value={value} onChange={onChange} />;
}

function listOf(typed: string, before: unknown): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return before;
  }
}

interface AmountProps {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly value: unknown;
  readonly onChange: (next: string | undefined) => void;
}

function Amount({ id, label, unit, value, onChange }: AmountProps) {
  const m = useMessages(studioWorkMessages);
  const stored = typeof value === 'string' ? value : '';
  const [scale = 'one'] = scalesFor(stored || '0', unit);
  const hint =
    scale === 'percent' ? '%' : unit === 'CNY' || unit === 'USD' ? m.scale[scale as 'one' | 'wan' | 'yi'] : '';
  return (
    <LazyInput
      id={id}
      label={label}
      hideLabel
      hint={hint || undefined}
      value={stored === '' ? '' : writeFigure(stored, scale)}
      onCommit={(typed) => onChange(typed.trim() === '' ? undefined : (readFigure(typed, scale, stored) ?? stored))}
    />
  );
}

/** Four years of a figure, the base year first. */
function Years({ fact, year, value, id, label, onChange }: AnswerProps) {
  const years = Array.from({ length: 4 }, (_, i) => String(year - i));
  const now = isJson(value) ? value : {};
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      {years.map((each) => (
        <div key={each}>
          <span className="text-caption text-ink-3">{each}</span>
          <Amount
            id={`${id}-${each}`}
            label={`${label} ${each}`}
            unit={unitOfFact(fact) ?? 'none'}
            value={now[each]}
            onChange={(next) => {
              const { [each]: _, ...rest } = now;
              const all = next === undefined ? rest : { ...rest, [each]: next };
              onChange(Object.keys(all).length === 0 ? undefined : all);
            }}
          />
        </div>
      ))}
    </div>
  );
}
