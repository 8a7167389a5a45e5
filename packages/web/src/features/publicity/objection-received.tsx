import type { ObjectionReceipt } from '@tidu/api/publicity/contract';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import type { Attachments } from './use-attachments.ts';

interface ObjectionReceivedProps {
  readonly receipt: ObjectionReceipt;
  readonly attachments: Attachments;
  readonly onClose: () => void;
}

/** The objection is in; below it what has become of its files, which may be sent once more. */
export function ObjectionReceived({ receipt, attachments, onClose }: ObjectionReceivedProps) {
  const m = useMessages(publicityMessages);
  const format = useFormat();
  const { all, send } = attachments;
  const isBusy = all.some(({ state }) => state === 'sending' || state === 'waiting');
  const isRefused = all.some(({ state }) => state === 'refused');
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.sentTitle}
      actions={
        <>
          {isRefused && (
            <Button busy={isBusy} onClick={() => void send(receipt)}>
              {m.files.again}
            </Button>
          )}
          <Button look="primary" busy={isBusy} onClick={onClose}>
            {m.close}
          </Button>
        </>
      }
    >
      <p className="tabular-nums">{m.sent(receipt.number)}</p>
      {receipt.answerBy && <p className="mt-1 text-ink-2">{m.answerBy(format.day(receipt.answerBy))}</p>}
      {all.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line" aria-label={m.files.title} aria-live="polite">
          {all.map(({ id, file, state, problem }) => (
            <li key={id} className="py-1.5">
              <span className="break-all">{file.name}</span>{' '}
              <span className={state === 'refused' ? 'text-small text-seal' : 'text-small text-ink-2'}>
                {problem ?? m.files.states[state]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
