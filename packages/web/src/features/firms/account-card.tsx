import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountNumber, BankAccountAnswer } from '@tidu/api/firms/bank/contract';
import { useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { readJson } from '../../shared/api/read-json.ts';
import { sendJson } from '../../shared/api/send-json.ts';
import { dayOfInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { accountQuery, firmPath } from './queries.ts';

interface AccountCardProps {
  readonly firmId: string;
  readonly account: NonNullable<BankAccountAnswer['account']>;
  readonly mayManage: boolean;
  readonly onChange: () => void;
}

/** The account in use with its number masked; seeing it whole and withdrawing the consent are for owners. */
export function AccountCard({ firmId, account, mayManage, onChange }: AccountCardProps) {
  const m = useMessages(firmsMessages);
  const format = useFormat();
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [isAsked, setAsked] = useState(false);
  const path = `${firmPath(firmId)}/bank-account`;
  const reveal = useMutation({ mutationFn: () => readJson<AccountNumber>(`${path}/number`), gcTime: 0 });
  const withdraw = useMutation({
    mutationFn: () => sendJson('DELETE', path),
    onSuccess: async () => {
      setAsked(false);
      show(m.withdrawn);
      await client.invalidateQueries(accountQuery(firmId));
    },
  });
  const failed = reveal.error ?? withdraw.error;
  const rows = [
    [m.holder, account.holder],
    [m.bankName, account.bankName],
    ...(account.bankCode ? [[m.bankCode, account.bankCode]] : []),
    [m.accountNumber, reveal.data ? inFours(reveal.data.number) : account.maskedNumber],
  ] as const;
  return (
    <section className="rounded-3 border border-line bg-surface p-6">
      {failed && <Notice tone="error">{failed.message}</Notice>}
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[8rem_1fr]">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="mb-2 break-all tabular-nums sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 border-t border-line pt-4 text-small text-ink-2">
        {m.consentGiven(account.consentBy, format.day(dayOfInstant(account.consentAt)))}
      </p>
      {mayManage && (
        <div className="mt-5 flex flex-wrap gap-3">
          <Button onClick={onChange}>{m.accountChange}</Button>
          <Button look="quiet" busy={reveal.isPending} title={m.showNumberHint} onClick={() => reveal.mutate()}>
            {m.showNumber}
          </Button>
          <Button look="quiet" onClick={() => setAsked(true)}>
            {m.withdraw}
          </Button>
        </div>
      )}
      <Dialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={m.withdrawAsk}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{m.cancel}</Button>
            <Button look="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {m.withdraw}
            </Button>
          </>
        }
      >
        {m.withdrawText}
      </Dialog>
    </section>
  );
}

/** As banks print it: digits in groups of four. */
const inFours = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ');
