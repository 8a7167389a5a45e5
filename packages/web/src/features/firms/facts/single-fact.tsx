import type { FactDef, ListItem } from '@tidu/rules';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { unitMessages } from '../../../messages/unit-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { EMPTY, type Figure } from './changes.ts';
import { countedIn } from './counted-in.ts';
import { FactNote } from './fact-note.tsx';
import { fieldId } from './field-id.ts';
import { FigureBox } from './figure-box.tsx';
import type { FactRowProps } from './series-fact.tsx';

/** One fact without years: its name, its value, and what stands behind it. */
export function SingleFact(row: FactRowProps) {
  const { form, def, label, onOpen } = row;
  return (
    <div className="grid gap-x-6 gap-y-2 border-t border-line py-4 sm:grid-cols-[1fr_14rem]">
      <label htmlFor={fieldId(def.id)} className="sm:pt-2.5">
        {label}
      </label>
      <div className="min-w-0">
        <SingleValue {...row} />
        <FactNote form={form} factKey={def.id} label={label} onOpen={onOpen} />
      </div>
    </div>
  );
}

function SingleValue(row: FactRowProps) {
  const { form, def, label, unit, mayChange } = row;
  const figure = form.shown(def.id);
  const known = figure.state === 'known' ? figure.value : undefined;
  const set = (next: Figure): void => form.set(def.id, next);
  switch (def.type) {
    case 'bool':
    case 'enum':
      return <ChoiceFact {...row} figure={figure} onChange={set} />;
    case 'date':
      return (
        <input
          id={fieldId(def.id)}
          type="date"
          className={`control ${form.isChanged(def.id) ? 'border-amber-glaze bg-amber-soft' : ''}`}
          min="1900-01-01"
          max="2199-12-31"
          disabled={!mayChange}
          value={typeof known === 'string' ? known : ''}
          onChange={(event) => set(event.target.value === '' ? EMPTY : { state: 'known', value: event.target.value })}
        />
      );
    case 'list':
      return <Records id={fieldId(def.id)} items={known} />;
    default:
      return (
        <div className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <FigureBox
              key={unit}
              id={fieldId(def.id)}
              label={label}
              def={def}
              unit={unit}
              value={known === undefined ? undefined : String(known)}
              disabled={!mayChange}
              isChanged={form.isChanged(def.id)}
              onUnreadable={(on) => form.setUnreadable(def.id, on)}
              onChange={(next) => set(next === undefined ? EMPTY : { state: 'known', value: next })}
            />
          </div>
          <UnitWord def={def} />
        </div>
      );
  }
}

function UnitWord({ def }: { readonly def: FactDef }) {
  const word = countedIn(def, useMessages(unitMessages));
  return word === '' ? null : <span className="pt-2.5 text-ink-2">{word}</span>;
}

const OPEN = '?';

/** Yes or no, or one of several words; either may also be not known yet. */
function ChoiceFact(props: FactRowProps & { readonly figure: Figure; readonly onChange: (next: Figure) => void }) {
  const { form, def, figure, onChange, mayChange } = props;
  const m = useMessages(firmsMessages);
  const text = useText();
  const isBool = def.type === 'bool';
  const options = isBool
    ? [
        { id: 'true', label: m.yes },
        { id: 'false', label: m.no },
      ]
    : (def.domain?.values ?? []).map(({ id, label }) => ({ id, label: text(label) }));
  const value = figure.state === 'known' ? String(figure.value) : figure.state === 'empty' ? '' : OPEN;
  const choose = (next: string): void => {
    if (next === '') onChange(EMPTY);
    else if (next === OPEN) onChange({ state: 'unknown' });
    else onChange({ state: 'known', value: isBool ? next === 'true' : next });
  };
  return (
    <select
      id={fieldId(def.id)}
      className={`control ${form.isChanged(def.id) ? 'border-amber-glaze bg-amber-soft' : ''}`}
      value={value}
      disabled={!mayChange}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{m.notFilled}</option>
      {options.map((each) => (
        <option key={each.id} value={each.id}>
          {each.label}
        </option>
      ))}
      <option value={OPEN}>{m.unknown}</option>
    </select>
  );
}

/** Dated records come from a sheet or the self-check; here they are counted. */
function Records({ id, items }: { readonly id: string; readonly items: unknown }) {
  const m = useMessages(firmsMessages);
  const count = Array.isArray(items) ? (items as readonly ListItem[]).length : undefined;
  return (
    <output id={id} className="block py-2 text-ink-2">
      {count === undefined ? m.notFilled : m.records(count)}
    </output>
  );
}
