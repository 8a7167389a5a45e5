import { useQuery } from '@tanstack/react-query';
import type { CasePayments, Instalment } from '@tidu/api/payments/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ButtonLink, Link } from '../../shared/ui/link.tsx';
import { Meter } from '../../shared/ui/meter.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { casePaymentsQuery } from './queries.ts';

interface FirmPaymentsProps {
  readonly applicationId: string;
  readonly firmId: string;
}

/** For the firm: what it gets and when, where it goes, and what it must give back. Nothing where there is no plan. */
export function FirmPayments({ applicationId, firmId }: FirmPaymentsProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const { data } = useQuery(casePaymentsQuery(applicationId));
  if (!data || data.instalments.length === 0) return null;
  return (
    <section aria-labelledby="payment-title" className="space-y-5">
      <div>
        <h2 id="payment-title" className="text-h2">
          {m.firm.title}
        </h2>
        <p className="mt-1 text-ink-2">{m.firm.lead(format.money(data.total), data.instalments.length)}</p>
      </div>
      <ToGiveBack payments={data} />
      <Account payments={data} firmId={firmId} />
      <Meter
        label={m.plan.paid}
        text={m.firm.progress(format.money(data.paid), format.money(data.total))}
        value={Number(data.paid)}
        max={Number(data.total)}
      />
      <ol className="space-y-4">
        {data.instalments.map((row) => (
          <Part key={row.id} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Part({ row }: { readonly row: Instalment }) {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const format = useFormat();
  const { seq, of, label, condition, amount, state, stateLabel, paidOn, account, bounceReason, stopReason } = row;
  return (
    <li className={`border-l-4 py-1 pl-4 ${state === 'paid' ? 'border-celadon' : 'border-line-strong'}`}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-medium">{`${m.part(seq, of)} · ${text(label)}`}</span>
        <span className="font-semibold tabular-nums">{format.money(amount)}</span>
      </p>
      {condition && <p className="text-small text-ink-2">{text(condition)}</p>}
      <p className={`text-small ${state === 'paid' ? 'font-medium text-celadon' : ''}`}>
        {text(stateLabel)}
        {paidOn && `，${m.plan.paidOn(format.day(paidOn))}`}
        {account && (state === 'paid' || state === 'released') && (
          <span className="text-ink-2">{`，${m.plan.at(account.bankName, account.maskedNumber)}`}</span>
        )}
      </p>
      {state === 'bounced' && bounceReason && <p className="text-small">{m.plan.bounceReason(bounceReason)}</p>}
      {stopReason && <p className="text-small">{m.plan.stopReason(stopReason)}</p>}
    </li>
  );
}

function Account({
  payments: { payTo, instalments },
  firmId,
}: {
  readonly payments: CasePayments;
  readonly firmId: string;
}) {
  const m = useMessages(paymentsMessages);
  const isOpen = instalments.some(({ state }) => ['waiting', 'due', 'bounced'].includes(state));
  if (!isOpen) return null;
  if (!payTo)
    return (
      <Notice tone="open" title={m.firm.noAccount}>
        <p>{m.firm.noAccountText}</p>
        <div className="mt-3">
          <ButtonLink to="/my/firm/$firmId/account" params={{ firmId }}>
            {m.firm.giveAccount}
          </ButtonLink>
        </div>
      </Notice>
    );
  return (
    <p className="text-small">
      {m.firm.payTo(payTo.bankName, payTo.maskedNumber)}{' '}
      <Link to="/my/firm/$firmId/account" params={{ firmId }}>
        {m.firm.change}
      </Link>
      {!payTo.isHolderFirm && <span className="block text-amber">{m.firm.otherHolder}</span>}
    </p>
  );
}

function ToGiveBack({ payments: { recoveries } }: { readonly payments: CasePayments }) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const standing = recoveries.filter(({ state }) => state !== 'withdrawn');
  return standing.map(({ id, state, left, dueOn, reason, clause }) => (
    <Notice key={id} tone={state === 'open' ? 'open' : 'plain'} title={m.firm.recovery}>
      <p>{state === 'open' ? m.firm.recoveryLead(format.money(left), format.day(dueOn)) : m.firm.recoveryDone}</p>
      <p className="text-small">{m.firm.why(reason, clause)}</p>
    </Notice>
  ));
}
