import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FactsChanged } from '@tidu/api/firms/facts/contract';
import { useState } from 'react';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { dayOfInstant } from '../../../shared/format/instant.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import type { FactQuestion } from '../../self-check/form/question-props.ts';
import { factHistoryQuery, factsQuery, firmPath } from '../queries.ts';
import { figureOf } from './changes.ts';
import { EvidencePart } from './evidence-part.tsx';
import { HistoryPart } from './history-part.tsx';
import type { FactsForm } from './use-facts-form.ts';
import { useShownValue } from './use-shown-value.ts';

interface FactDialogProps {
  readonly form: FactsForm;
  readonly questions: readonly FactQuestion[];
  readonly factKey: string;
  readonly onClose: () => void;
}

/** Everything behind one figure: its source, note, evidence and history. */
export function FactDialog({ form, questions, factKey, onClose }: FactDialogProps) {
  const m = useMessages(firmsMessages);
  const text = useText();
  const format = useFormat();
  const shownValue = useShownValue();
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const { firmId } = form;
  const [id = '', year] = factKey.split('@');
  const question = questions.find((each) => each.id === id);
  const fact = form.onFile(factKey);
  const [note, setNote] = useState(fact?.note ?? '');
  const history = useQuery(factHistoryQuery(firmId, factKey));
  const save = useMutation({
    mutationFn: (about: { evidence?: readonly string[]; note?: string }) =>
      sendJson<FactsChanged>('PUT', `${firmPath(firmId)}/facts`, {
        about: { [factKey]: { ...about, basedOn: fact?.id ?? null } },
      }),
    onSuccess: async ({ current }) => {
      client.setQueryData(factsQuery(firmId).queryKey, current);
      await client.invalidateQueries(factHistoryQuery(firmId, factKey));
      show(m.saved);
    },
  });
  const label = year === undefined ? text(question?.label) : m.figureOf(text(question?.label), year);
  return (
    <Dialog open wide onClose={onClose} title={label} actions={<Button onClick={onClose}>{m.close}</Button>}>
      {fact ? (
        <div className="space-y-7">
          <div>
            <p className="text-h2 tabular-nums">{shownValue(question?.def, figureOf(fact))}</p>
            <p className="mt-1 text-small text-ink-2">
              {`${m.source[fact.source]} · ${m.recorded(fact.recordedBy, format.day(dayOfInstant(fact.recordedAt)))}`}
            </p>
          </div>
          {form.isChanged(factKey) && <Notice tone="open">{m.fillFirst}</Notice>}
          {save.isError && <Notice tone="error">{save.error.message}</Notice>}
          <EvidencePart
            firmId={firmId}
            files={form.data.files}
            attached={fact.evidence}
            onChange={(evidence) => save.mutate({ evidence })}
          />
          <form
            className="flex flex-wrap items-end gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate({ note });
            }}
          >
            <div className="min-w-64 flex-1">
              <TextInput
                id="fact-note"
                label={m.note}
                hint={m.noteHint}
                optional
                maxLength={500}
                value={note}
                onChange={setNote}
              />
            </div>
            <Button type="submit" busy={save.isPending}>
              {m.save}
            </Button>
          </form>
          <HistoryPart history={history.data} def={question?.def} />
        </div>
      ) : (
        <p className="text-ink-2">{m.fillFirst}</p>
      )}
    </Dialog>
  );
}
