import { checkCreditCode } from '@tidu/rules';
import { useState } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { InfoIcon } from '../../../shared/ui/icons.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { changeDraft } from '../model/draft-session.ts';

/** The credit code, checked by GB 32100 once the person has left the field. A wrong check character only asks to look again. */
export function CreditCodeField({ value }: { readonly value: string }) {
  const m = useMessages(selfCheckMessages);
  const [left, setLeft] = useState(value !== '');
  const { problems } = checkCreditCode(value);
  const [first] =
    left && value.trim() !== ''
      ? problems.toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'error' ? -1 : 1))
      : [];
  const say = (): string => {
    if (!first) return '';
    if (first.code === 'length' || first.code === 'region') return m.codeProblem[first.code];
    if (first.code === 'character') return m.codeProblem.character(String(first.position ?? ''));
    return m.codeProblem[first.code](first.expected ?? '');
  };
  return (
    <div>
      <TextInput
        id="setup-code"
        label={m.creditCode}
        hint={m.creditCodeHint}
        optional
        spellCheck={false}
        maxLength={30}
        value={value}
        error={first?.level === 'error' ? say() : undefined}
        onBlur={() => {
          setLeft(true);
          const { normalized } = checkCreditCode(value);
          if (normalized !== value) write(normalized);
        }}
        onChange={write}
      />
      {first?.level === 'warn' && (
        <p role="status" className="mt-2 flex items-start gap-1.5 text-small text-amber">
          <InfoIcon className="mt-[0.2em] size-[1.1em]" />
          <span>{say()}</span>
        </p>
      )}
    </div>
  );
}

const write = (code: string): void =>
  changeDraft(({ creditCode: _old, ...rest }) => (code === '' ? rest : { ...rest, creditCode: code }));
