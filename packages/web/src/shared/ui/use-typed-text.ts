import { useState } from 'react';

interface TypedText {
  readonly typed: string;
  readonly type: (next: string) => void;
  /** Something is typed that cannot be read. */
  readonly unreadable: boolean;
}

/**
 * Keeps what a person typed ("3000.") beside the exact value it stands for ("30000000"): the text follows the value
 * only when the value is changed from elsewhere.
 */
export function useTypedText(
  value: string | undefined,
  onChange: (next: string | undefined) => void,
  read: (typed: string) => string | undefined,
  write: (value: string) => string,
): TypedText {
  const show = (v: string | undefined): string => (v === undefined ? '' : write(v));
  const [kept, setKept] = useState({ typed: show(value), value });
  let current = kept;
  if (kept.value !== value) {
    current = { typed: show(value), value };
    setKept(current);
  }
  return {
    typed: current.typed,
    type: (next) => {
      const exact = next.trim() === '' ? undefined : read(next);
      setKept({ typed: next, value: exact });
      onChange(exact);
    },
    unreadable: current.typed.trim() !== '' && current.value === undefined,
  };
}
