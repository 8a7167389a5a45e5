import type { FactDef } from '@tidu/rules';
import { useText } from '../../../messages/use-messages.tsx';
import { YesNoGroup } from '../../../shared/ui/choice-group.tsx';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { FigureCell } from './figure-cell.tsx';

interface ListFieldProps {
  readonly def: FactDef;
  readonly id: string;
  readonly label: string;
  readonly value: boolean | string | null;
  readonly onChange: (value: boolean | string | null) => void;
}

/** One field of a record. */
export function ListField({ def, id, label, value, onChange }: ListFieldProps) {
  const text = useText();
  if (def.type === 'date')
    return (
      <DateInput
        id={id}
        label={label}
        value={typeof value === 'string' ? value : undefined}
        onChange={(next) => onChange(next ?? null)}
      />
    );
  if (def.type === 'enum') {
    const options = (def.domain?.values ?? []).map((v) => ({ value: v.id, label: text(v.label) }));
    return (
      <Select
        id={id}
        label={label}
        value={typeof value === 'string' ? value : undefined}
        onChange={(next) => onChange(next ?? null)}
        options={options}
      />
    );
  }
  if (def.type === 'bool') {
    const shown = value === null ? 'unknown' : value ? 'yes' : 'no';
    return (
      <YesNoGroup
        id={id}
        label={label}
        value={shown}
        onChange={(next) => onChange(next === 'unknown' ? null : next === 'yes')}
      />
    );
  }
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <FigureCell
        field={id}
        name={label}
        def={def}
        unit="wan"
        value={typeof value === 'string' ? value : undefined}
        onChange={(next) => onChange(next ?? null)}
        stuck={undefined}
        className="mt-2 w-36"
      />
    </div>
  );
}
