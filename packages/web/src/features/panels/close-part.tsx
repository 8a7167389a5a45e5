import type { Panel } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { panelPath, usePanelChange } from './queries.ts';

/** Minutes: signed by the chair they close the panel; before that some cases may be scored again. */
export function ClosePart({ panel }: { readonly panel: Panel }) {
  const m = useMessages(panelsMessages);
  const instant = useInstant();
  const [act, setAct] = useState<'close' | 'rescore'>();
  const end = (): void => setAct(undefined);
  if (panel.minutes !== null)
    return (
      <section aria-labelledby="minutes-title">
        <h2 id="minutes-title" className="text-h2">
          {m.minutes}
        </h2>
        <p className="mt-2 max-w-prose whitespace-pre-line">{panel.minutes}</p>
        <p className="mt-2 text-small text-ink-2">
          {panel.closedAt && instant(panel.closedAt)} · {m.closedBy(panel.closedBy ?? '')}
        </p>
      </section>
    );
  if (!panel.mayClose && !panel.mayRescore) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {panel.mayClose && (
        <Button look="primary" onClick={() => setAct('close')}>
          {m.close}
        </Button>
      )}
      {panel.mayRescore && <Button onClick={() => setAct('rescore')}>{m.rescore}</Button>}
      {act === 'close' && <MinutesDialog panel={panel} onClose={end} />}
      {act === 'rescore' && <RescoreDialog panel={panel} onClose={end} />}
    </div>
  );
}

interface DialogProps {
  readonly panel: Panel;
  readonly onClose: () => void;
}

function MinutesDialog({ panel, onClose }: DialogProps) {
  const m = useMessages(panelsMessages);
  const [minutes, setMinutes] = useState('');
  const close = usePanelChange(onClose);
  return (
    <ActDialog
      wide
      title={m.minutes}
      lead={m.minutesHint}
      action={m.close}
      busy={close.isPending}
      error={close.error}
      isReady={minutes.trim() !== ''}
      onConfirm={() =>
        close.mutate({ path: `${panelPath(panel.id)}/close`, body: { version: panel.version, minutes } })
      }
      onClose={onClose}
    >
      <TextArea
        id="minutes"
        label={m.minutes}
        rows={10}
        value={minutes}
        onChange={setMinutes}
        error={saidOf(close.error, 'minutes')}
      />
    </ActDialog>
  );
}

function RescoreDialog({ panel, onClose }: DialogProps) {
  const m = useMessages(panelsMessages);
  const [applicationIds, setIds] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const rescore = usePanelChange(onClose);
  const body = { version: panel.version, applicationIds, reason };
  return (
    <ActDialog
      title={m.rescoreTitle}
      lead={m.rescoreLead}
      action={m.rescore}
      busy={rescore.isPending}
      error={rescore.error}
      isReady={applicationIds.length > 0 && reason.trim() !== ''}
      onConfirm={() => rescore.mutate({ path: `${panelPath(panel.id)}/rounds`, body })}
      onClose={onClose}
    >
      <div className="space-y-1">
        {panel.cases.map(({ applicationId, title }) => (
          <Checkbox
            key={applicationId}
            id={`again-${applicationId}`}
            label={title}
            checked={applicationIds.includes(applicationId)}
            onChange={(on) =>
              setIds(on ? [...applicationIds, applicationId] : applicationIds.filter((id) => id !== applicationId))
            }
          />
        ))}
      </div>
      <TextArea
        id="reason"
        label={m.rescoreReason}
        rows={3}
        value={reason}
        onChange={setReason}
        error={saidOf(rescore.error, 'reason')}
      />
    </ActDialog>
  );
}
