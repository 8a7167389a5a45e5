import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { timeOf } from '../../self-check/model/clock-time.ts';
import type { Saving } from './use-autosave.ts';

/** Whether what is on the page is saved, and since when. */
export function SaveLine({ saving }: { readonly saving: Saving }) {
  const m = useMessages(applicationsMessages);
  if (saving.kind === 'saving') return <p className="text-small text-ink-2">{m.saving}</p>;
  if (saving.kind === 'saved')
    return (
      <p role="status" className="text-small text-ink-2 tabular-nums">
        {m.savedAt(timeOf(saving.at))}
      </p>
    );
  return (
    <p role="alert" className="text-small font-medium text-seal">
      {saving.kind === 'failed' ? m.saveFailed : m.notSaved}
    </p>
  );
}
