import type { Unit } from '@tidu/rules';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { FigureInput } from './figure-input.tsx';

interface BoundInputProps {
  readonly label: string;
  readonly ge: string | undefined;
  readonly gt: string | undefined;
  readonly unit: Unit;
  readonly disabled?: boolean;
  /** A bound by its word and figure; undefined for "otherwise". */
  readonly onChange: (key: 'ge' | 'gt' | undefined, value: string) => void;
}

/** The lower edge of a row with its own closedness: ≥, >, or the row for all the rest. */
export function BoundInput({ label, ge, gt, unit, disabled, onChange }: BoundInputProps) {
  const m = useMessages(studioMessages);
  const key = ge !== undefined ? 'ge' : gt !== undefined ? 'gt' : undefined;
  const value = ge ?? gt ?? '0';
  return (
    <span className="inline-flex items-start gap-1">
      <select
        aria-label={m.closednessOf(label)}
        disabled={disabled}
        className="min-h-9 rounded-2 border border-line-strong bg-raised px-1.5 text-small disabled:border-dashed disabled:bg-sunken"
        value={key ?? 'rest'}
        onChange={(event) => {
          const next = event.target.value;
          onChange(next === 'ge' || next === 'gt' ? next : undefined, value);
        }}
      >
        <option value="ge">≥</option>
        <option value="gt">&gt;</option>
        <option value="rest">{m.otherwise}</option>
      </select>
      {key && (
        <FigureInput
          label={label}
          value={value}
          unit={unit}
          disabled={disabled ?? false}
          onCommit={(next) => onChange(key, String(next))}
        />
      )}
    </span>
  );
}
