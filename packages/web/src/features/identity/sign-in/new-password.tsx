import { useQuery } from '@tanstack/react-query';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { PasswordInput } from '../password-input.tsx';
import { waysQuery } from '../queries.ts';

interface NewPasswordProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly error: string | undefined;
}

/** A new password with what the office asks of it. */
export function NewPassword({ id, value, onChange, error }: NewPasswordProps) {
  const m = useMessages(identityMessages);
  const { data } = useQuery(waysQuery);
  const hint = data && m.passwordHint(String(data.password.length), String(data.password.lengthMixed));
  return (
    <PasswordInput
      id={id}
      label={m.newPassword}
      hint={hint}
      autoComplete="new-password"
      {...{ value, onChange, error }}
    />
  );
}
