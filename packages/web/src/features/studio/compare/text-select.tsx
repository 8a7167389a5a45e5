import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import type { TextChoice } from '../use-text-choices.ts';

interface TextSelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly TextChoice[];
  readonly onChange: (ref: string) => void;
}

/** A version or a draft. */
export function TextSelect({ id, label, value, choices, onChange }: TextSelectProps) {
  const m = useMessages(studioForceMessages);
  const isListed = value === '' || choices.some(({ ref }) => ref === value);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-small text-ink-2">
        {label}
      </label>
      <select id={id} className="control max-w-xl" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{m.choose}</option>
        {!isListed && <option value={value}>{value}</option>}
        {choices.map(({ ref, name }) => (
          <option key={ref} value={ref}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
