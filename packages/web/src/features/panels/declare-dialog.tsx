import type { Panel } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { CONFLICTS } from './firm-answer.tsx';
import { panelPath, usePanelChange } from './queries.ts';

interface DeclareDialogProps {
  readonly panelId: string;
  readonly each: Panel['cases'][number];
  readonly onClose: () => void;
}

/** Whether the expert has a conflict of interest in this case. */
export function DeclareDialog({ panelId, each, onClose }: DeclareDialogProps) {
  const m = useMessages(panelsMessages);
  // Whoever has said there is none may still find one, and can say nothing else then.
  const isLate = each.mine?.declaration === 'none';
  const [said, setSaid] = useState<string | undefined>(isLate ? 'conflict' : undefined);
  const [kind, setKind] = useState<string>();
  const [note, setNote] = useState('');
  const declare = usePanelChange(onClose);
  const hasConflict = said === 'conflict';
  const body = hasConflict ? { hasConflict, kind, ...(note.trim() === '' ? {} : { note }) } : { hasConflict };
  return (
    <ActDialog
      title={m.declare}
      lead={m.declareLead}
      action={m.submitDeclaration}
      busy={declare.isPending}
      error={declare.error}
      isReady={said !== undefined && (!hasConflict || kind !== undefined)}
      onConfirm={() => declare.mutate({ path: `${panelPath(panelId)}/cases/${each.applicationId}/declaration`, body })}
      onClose={onClose}
    >
      <p className="font-medium">{each.firmName ? `${each.firmName} · ${each.title}` : each.title}</p>
      {!isLate && (
        <ChoiceGroup
          id="hasConflict"
          label={m.declare}
          value={said}
          onChange={setSaid}
          choices={[
            { value: 'none', label: m.noConflict },
            { value: 'conflict', label: m.hasConflict },
          ]}
        />
      )}
      {hasConflict && (
        <>
          <Select
            id="kind"
            label={m.kind}
            value={kind}
            onChange={setKind}
            options={CONFLICTS.map((value) => ({ value, label: m.kinds[value] }))}
            error={saidOf(declare.error, 'kind')}
          />
          <TextInput id="note" label={m.note} optional value={note} onChange={setNote} />
        </>
      )}
    </ActDialog>
  );
}
