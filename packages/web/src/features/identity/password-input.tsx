import { useState } from 'react';
import { identityMessages } from '../../messages/identity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { controlAttributes, Field, type FieldProps } from '../../shared/ui/field.tsx';
import { EyeIcon, EyeOffIcon } from '../../shared/ui/icons.tsx';

interface PasswordInputProps extends FieldProps {
  readonly value: string;
  readonly onChange: (next: string) => void;
  /** Tells password managers whether to fill in or to suggest. */
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password that can be shown while it is typed. Pasting and password managers are welcome. */
export function PasswordInput({ value, onChange, autoComplete, ...field }: PasswordInputProps) {
  const m = useMessages(identityMessages);
  const [isShown, setShown] = useState(false);
  return (
    <Field {...field}>
      <div className="flex items-stretch gap-2">
        <input
          {...controlAttributes(field)}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          className="control min-w-0 flex-1"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={m.show}
          onClick={() => setShown(!isShown)}
          className="min-h-11 shrink-0 rounded-2 border border-line-strong px-3 text-small text-ink-2 hover:border-celadon hover:text-celadon"
        >
          {isShown ? <EyeOffIcon className="size-5" /> : <EyeIcon className="size-5" />}
        </button>
      </div>
    </Field>
  );
}
