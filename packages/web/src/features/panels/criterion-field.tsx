import type { SheetDocument } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';

interface CriterionFieldProps {
  readonly criterion: SheetDocument['criteria'][number];
  readonly value: string | null | undefined;
  readonly onChange: (next: string | null) => void;
  readonly disabled: boolean;
  readonly error: string | undefined;
}

/** The mark for one criterion, with what full marks mean beside it. */
export function CriterionField({ criterion, value, onChange, disabled, error }: CriterionFieldProps) {
  const m = useMessages(panelsMessages);
  const text = useText();
  const { id, label, weight, maxPoints, fullMarks, mayNotApply } = criterion;
  const isNot = value === null;
  return (
    <div>
      <TextInput
        id={`marks-${id}`}
        label={
          <span className="flex items-baseline justify-between gap-3">
            {m.markFor(text(label), maxPoints)}
            <span className="text-small font-normal text-ink-2 tabular-nums">
              {m.weight} {weight}%
            </span>
          </span>
        }
        hint={text(fullMarks)}
        inputMode="decimal"
        value={value ?? ''}
        onChange={onChange}
        disabled={disabled || isNot}
        error={error}
      />
      {mayNotApply && (
        <div className="mt-1">
          <Checkbox
            id={`marks-${id}-not`}
            label={m.notApplicable}
            checked={isNot}
            disabled={disabled}
            onChange={(on) => onChange(on ? null : '')}
          />
        </div>
      )}
    </div>
  );
}
