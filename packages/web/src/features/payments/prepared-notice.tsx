import type { PaymentLine } from '@tidu/api/payments/contract';
import type { PreparedOrder } from '@tidu/api/payments/orders/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

interface PreparedNoticeProps {
  readonly made: PreparedOrder;
  readonly rows: readonly PaymentLine[];
}

/** The order that was made, and what could not go into it with the reasons. */
export function PreparedNotice({ made: { order, leftOut }, rows }: PreparedNoticeProps) {
  const m = useMessages(paymentsMessages);
  const nameOf = (id: string): string => rows.find((row) => row.id === id)?.firmName ?? '';
  return (
    <Notice tone={leftOut.length === 0 ? 'good' : 'open'} title={m.prepared(order.number)}>
      <Link to="/payments/orders/$orderId" params={{ orderId: order.id }}>
        {m.openOrder(order.number)}
      </Link>
      {leftOut.length > 0 && (
        <>
          <p className="mt-2 font-medium">{m.leftOut(leftOut.length)}</p>
          <ul className="text-small">
            {leftOut.map(({ instalmentId, details }) => (
              <li key={instalmentId}>
                {`${nameOf(instalmentId)} ${details.map(({ message }) => message).join('；')}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
