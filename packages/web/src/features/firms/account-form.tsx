import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BankAccountAnswer } from '@tidu/api/firms/bank/contract';
import { useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { emptyFields, type Problems } from './check-filled.ts';
import { problemsOf, summaryOf } from './problems-of.ts';
import { accountQuery, firmPath } from './queries.ts';

interface AccountFormProps {
  readonly firmId: string;
  readonly holder: string;
  readonly consent: BankAccountAnswer['consent'];
  readonly onDone: () => void;
}

const NONE: Problems = new Map();
const fieldOf = (path: string): string => `account-${path}`;

/** An account with the consent it is given under; without the consent nothing is sent. */
export function AccountForm({ firmId, holder, consent, onDone }: AccountFormProps) {
  const m = useMessages(firmsMessages);
  const text = useText();
  const { show } = useAnnouncer();
  const client = useQueryClient();
  const [given, setGiven] = useState({ holder, bankName: '', bankCode: '', number: '' });
  const [agrees, setAgrees] = useState(false);
  const [missing, setMissing] = useState<Problems>(NONE);
  const save = useMutation({
    mutationFn: () => {
      const { bankCode, ...rest } = given;
      const body = { ...rest, ...(bankCode.trim() === '' ? {} : { bankCode }), consentVersion: consent.version };
      return sendJson<BankAccountAnswer>('PUT', `${firmPath(firmId)}/bank-account`, body);
    },
    onSuccess: (answer) => {
      show(m.accountSaved);
      client.setQueryData(accountQuery(firmId).queryKey, answer);
      onDone();
    },
  });
  const problems = missing.size > 0 ? missing : problemsOf(save.error);
  const input = (part: keyof typeof given, label: string, hint?: string, optional = false) => (
    <TextInput
      id={fieldOf(part)}
      {...{ label, hint, optional }}
      inputMode={part === 'number' || part === 'bankCode' ? 'numeric' : 'text'}
      error={problems.get(part)}
      value={given[part]}
      onChange={(next) => setGiven({ ...given, [part]: next })}
    />
  );
  return (
    <form
      noValidate
      className="space-y-7"
      onSubmit={(event) => {
        event.preventDefault();
        const labels = { holder: m.holder, bankName: m.bankName, number: m.accountNumber };
        const unread = agrees ? [] : [['consent', m.consentNeeded] as const];
        const found = new Map([...emptyFields(given, labels, m), ...unread]);
        setMissing(found);
        if (found.size === 0) save.mutate();
      }}
    >
      <ErrorSummary problems={summaryOf(problems, fieldOf)} />
      {save.isError && problems.size === 0 && <Notice tone="error">{save.error.message}</Notice>}
      {input('holder', m.holder, m.holderHint)}
      {input('bankName', m.bankName, m.bankNameHint)}
      {input('number', m.accountNumber)}
      {input('bankCode', m.bankCode, m.bankCodeHint, true)}
      <section className="rounded-2 border border-line-strong bg-surface p-5">
        <h2 className="text-h3">{m.consent}</h2>
        <p className="mt-2 mb-4">{text(consent.text)}</p>
        <Checkbox id={fieldOf('consent')} label={m.consentAgree} checked={agrees} onChange={setAgrees} />
      </section>
      <Button type="submit" look="primary" busy={save.isPending}>
        {m.accountSave}
      </Button>
    </form>
  );
}
