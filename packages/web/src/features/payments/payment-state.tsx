import type { Instalment } from '@tidu/api/payments/contract';
import { useText } from '../../messages/use-messages.tsx';

const TONE: Readonly<Record<Instalment['state'], string>> = {
  waiting: 'text-ink-2',
  due: 'text-amber font-medium',
  prepared: 'text-ink',
  released: 'text-ink',
  bounced: 'text-seal font-medium',
  paid: 'text-celadon font-medium',
  stopped: 'text-ink-2 line-through',
};

/** How an instalment stands, and what stands against preparing it. */
export function PaymentState({ row }: { readonly row: Pick<Instalment, 'state' | 'stateLabel' | 'permitted'> }) {
  const text = useText();
  const against = row.permitted.find(({ event }) => event === 'prepare')?.blockedBy ?? [];
  return (
    <>
      <span className={TONE[row.state]}>{text(row.stateLabel)}</span>
      {against.length > 0 && (
        <span className="block text-caption text-ink-2">{against.map(({ message }) => message).join('；')}</span>
      )}
    </>
  );
}
