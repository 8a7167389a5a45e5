import { useMutation } from '@tanstack/react-query';
import type { PathToForce, SaveLegality } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../../shared/ui/act-dialog.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { chinaDay } from '../china-day.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { useForceDone } from './use-force-done.ts';

const OPINIONS = ['lawful', 'lawful-with-remarks', 'unlawful'] as const;

/** What the lawyers say of the text. */
export function LegalityStep({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const format = useFormat();
  const { may } = useDraftDesk();
  const [writes, setWrites] = useState(false);
  const { legality } = force;
  return (
    <>
      {legality && (
        <div className="rounded-2 border border-line p-3">
          <p className="font-medium">
            {m.opinion[legality.opinion]}
            <span className="ml-3 text-small font-normal text-ink-2">
              {legality.reviewer} · {format.day(legality.on)}
            </span>
          </p>
          <p className="mt-1 whitespace-pre-wrap">{legality.text}</p>
          {legality.hash !== force.hash && <p className="mt-1 text-small text-amber">{m.legalityOlder}</p>}
        </div>
      )}
      {may('set-legality') && (
        <Button size="dense" onClick={() => setWrites(true)}>
          {legality ? m.changeLegality : m.writeLegality}
        </Button>
      )}
      {writes && <LegalityDialog force={force} onClose={() => setWrites(false)} />}
    </>
  );
}

function LegalityDialog({ force, onClose }: { readonly force: PathToForce; readonly onClose: () => void }) {
  const m = useMessages(studioForceMessages);
  const { draft } = useDraftDesk();
  const done = useForceDone();
  const [value, setValue] = useState<SaveLegality>({
    opinion: force.legality?.opinion ?? 'lawful',
    reviewer: force.legality?.reviewer ?? '',
    text: force.legality?.text ?? '',
    on: force.legality?.on ?? chinaDay(new Date()),
  });
  const set = (change: Partial<SaveLegality>): void => setValue((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => sendJson('PUT', `${draftPath(draft.id)}/legality`, value),
    onSuccess: async () => {
      await done();
      onClose();
    },
  });
  return (
    <ActDialog
      title={m.writeLegality}
      action={m.save}
      busy={save.isPending}
      error={save.error}
      isReady={value.reviewer.trim() !== '' && value.text.trim() !== ''}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <Select
        id="opinion"
        label={m.opinionWord}
        value={value.opinion}
        options={OPINIONS.map((each) => ({ value: each, label: m.opinion[each] }))}
        onChange={(opinion) => opinion && set({ opinion: opinion as SaveLegality['opinion'] })}
      />
      <TextInput
        id="reviewer"
        label={m.reviewer}
        error={saidOf(save.error, 'reviewer')}
        value={value.reviewer}
        onChange={(reviewer) => set({ reviewer })}
      />
      <TextArea
        id="text"
        label={m.opinionText}
        error={saidOf(save.error, 'text')}
        value={value.text}
        onChange={(text) => set({ text })}
      />
      <DateInput id="on" label={m.onDay} value={value.on} onChange={(on) => on && set({ on })} />
    </ActDialog>
  );
}
