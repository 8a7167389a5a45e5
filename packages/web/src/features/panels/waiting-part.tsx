import type { PanelList } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { IntegerInput } from '../../shared/ui/integer-input.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { usePanelChange } from './queries.ts';

type Waiting = PanelList['waiting'];

/** Cases that wait for a panel, by scheme; those chosen become one. */
export function WaitingPart({ waiting, mayCreate }: { readonly waiting: Waiting; readonly mayCreate: boolean }) {
  const m = useMessages(panelsMessages);
  const text = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [creating, setCreating] = useState(false);
  const scheme = waiting.find(({ applicationId }) => applicationId === chosen[0])?.schemeId;
  const schemes = [...new Map(waiting.map((each) => [each.schemeId, each.scheme])).entries()];
  const firms = new Set(
    waiting.filter(({ applicationId }) => chosen.includes(applicationId)).map(({ firmName }) => firmName),
  ).size;
  const close = (): void => {
    setCreating(false);
    setChosen([]);
  };
  return (
    <section className="mb-10 rounded-2 border border-amber-glaze bg-surface p-5" aria-labelledby="waiting-title">
      <h2 id="waiting-title" className="text-h3">
        {m.waiting}
      </h2>
      <p className="text-small text-ink-2">{m.waitingText}</p>
      {schemes.map(([id, label]) => (
        <fieldset key={id} className="mt-4">
          <legend className="font-medium">{text(label)}</legend>
          <div className="mt-2 space-y-1">
            {waiting
              .filter(({ schemeId }) => schemeId === id)
              .map(({ applicationId, firmName, projectName }) => (
                <Checkbox
                  key={applicationId}
                  id={`case-${applicationId}`}
                  label={m.choose(firmName, projectName)}
                  checked={chosen.includes(applicationId)}
                  disabled={!mayCreate || (scheme !== undefined && scheme !== id)}
                  onChange={(on) =>
                    setChosen(on ? [...chosen, applicationId] : chosen.filter((each) => each !== applicationId))
                  }
                />
              ))}
          </div>
        </fieldset>
      ))}
      {mayCreate && (
        <div className="mt-4 flex items-center gap-4">
          <Button look="primary" disabled={chosen.length === 0} onClick={() => setCreating(true)}>
            {m.create}
          </Button>
          <span className="text-small text-ink-2">{m.chosen(chosen.length)}</span>
        </div>
      )}
      {creating && <CreateDialog applicationIds={chosen} firms={firms} onClose={close} />}
    </section>
  );
}

interface CreateDialogProps {
  readonly applicationIds: readonly string[];
  /** How many firms the cases are of. */
  readonly firms: number;
  readonly onClose: () => void;
}

function CreateDialog({ applicationIds, firms, onClose }: CreateDialogProps) {
  const m = useMessages(panelsMessages);
  const [label, setLabel] = useState('');
  const [isBlind, setBlind] = useState(firms > 1);
  const [needed, setNeeded] = useState<string | undefined>('3');
  const create = usePanelChange(onClose);
  const body = { label, applicationIds, isBlind, expertsNeeded: Number(needed) };
  return (
    <ActDialog
      title={m.createTitle}
      lead={m.chosen(applicationIds.length)}
      action={m.create}
      busy={create.isPending}
      error={create.error}
      isReady={label.trim() !== '' && needed !== undefined}
      onConfirm={() => create.mutate({ path: '/api/v1/panels', body })}
      onClose={onClose}
    >
      <TextInput id="label" label={m.label} value={label} onChange={setLabel} error={saidOf(create.error, 'label')} />
      <IntegerInput id="expertsNeeded" label={m.needed} value={needed} onChange={setNeeded} />
      <Checkbox
        id="isBlind"
        label={m.isBlind}
        hint={firms > 1 ? m.blindHint : m.blindAlone}
        checked={isBlind}
        disabled={firms === 1}
        onChange={setBlind}
      />
    </ActDialog>
  );
}
