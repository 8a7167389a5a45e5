import { useState } from 'react';

interface LazyInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean | undefined;
  readonly long?: boolean | undefined;
  readonly type?: 'text' | 'date';
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly list?: string | undefined;
  readonly onCommit: (next: string) => void;
}

const BOX =
  'w-full rounded-2 border border-line-strong bg-raised px-2.5 text-small hover:border-ink-2 disabled:border-dashed disabled:bg-sunken aria-invalid:border-seal';

/** A dense text box that makes its change when it is left or Enter is pressed: one change, one step back. */
export function LazyInput(props: LazyInputProps) {
  const { id, label, value, disabled, long, type = 'text', hint, error, hideLabel, list, onCommit } = props;
  const [typed, setTyped] = useState<string>();
  const commit = (): void => {
    if (typed === undefined) return;
    setTyped(undefined);
    if (typed !== value) onCommit(typed);
  };
  const shared = {
    id,
    disabled,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': error || hint ? `${id}-note` : undefined,
    'data-settled': typed === undefined ? '' : undefined,
    value: typed ?? value,
    onBlur: commit,
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-small text-ink-2'}>
        {label}
      </label>
      {long ? (
        <textarea
          {...shared}
          rows={3}
          className={`${BOX} py-1.5`}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped(undefined)}
        />
      ) : (
        <input
          {...shared}
          type={type}
          list={list}
          autoComplete="off"
          className={`${BOX} min-h-9`}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') setTyped(undefined);
          }}
        />
      )}
      {(error || hint) && (
        <p id={`${id}-note`} className={`mt-0.5 text-caption ${error ? 'text-seal' : 'text-ink-3'}`}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
