import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FilePage } from '@tidu/api/files/contract';
import { type FormEvent, useState } from 'react';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { readJson } from '../../shared/api/read-json.ts';
import { sendJson } from '../../shared/api/send-json.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { saidOf } from '../../shared/ui/act-dialog.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { FileDrop } from '../files/file-drop.tsx';
import { applicationPath } from './queries.ts';

interface AppealFormProps {
  readonly applicationId: string;
  readonly version: number;
  readonly until: string | null;
  readonly isPermitted: boolean;
  readonly firmId?: string;
}

/** A refused firm asks that another person decide again. */
export function AppealForm({ applicationId, version, until, isPermitted, firmId }: AppealFormProps) {
  const m = useMessages(decisionsMessages);
  const format = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [fileIds, setFileIds] = useState<readonly string[]>([]);
  const send = useMutation({
    mutationFn: () => sendJson('POST', `${applicationPath(applicationId)}/appeal`, { version, reason, fileIds }),
    onSettled: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  if (!isPermitted) return <p className="text-ink-2">{m.outcome.appealBlocked}</p>;
  return (
    <form
      onSubmit={submit}
      className="space-y-4 rounded-3 border border-line bg-surface p-6"
      aria-labelledby="appeal-title"
    >
      <div>
        <h3 id="appeal-title" className="text-h3">
          {m.outcome.appealTitle}
        </h3>
        {until && <p className="mt-1 max-w-prose text-ink-2">{m.outcome.appealLead(format.day(until))}</p>}
      </div>
      {send.error && <Notice tone="error" title={send.error.message} />}
      <TextArea
        id="reason"
        label={m.outcome.appealReason}
        hint={m.outcome.appealHint}
        value={reason}
        onChange={setReason}
        maxLength={4000}
        error={saidOf(send.error, 'reason')}
      />
      {firmId !== undefined && <EvidenceField firmId={firmId} chosen={fileIds} onChange={setFileIds} />}
      <Button type="submit" look="primary" busy={send.isPending} disabled={reason.trim() === ''}>
        {m.outcome.appealSend}
      </Button>
    </form>
  );
}

interface EvidenceFieldProps {
  readonly firmId: string;
  readonly chosen: readonly string[];
  readonly onChange: (next: readonly string[]) => void;
}

function EvidenceField({ firmId, chosen, onChange }: EvidenceFieldProps) {
  const m = useMessages(decisionsMessages);
  const client = useQueryClient();
  const queryKey = ['firms', firmId, 'files', 'for-appeal'];
  const take = async (id: string): Promise<void> => {
    await client.invalidateQueries({ queryKey });
    onChange([...chosen, id]);
  };
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => readJson<FilePage>(`/api/v1/firms/${firmId}/files?limit=100`, signal),
  });
  const files = data?.files.filter(({ state }) => state === 'clean') ?? [];
  return (
    <Field id="files" legend optional label={m.outcome.appealFiles} hint={m.outcome.appealFilesHint}>
      {files.length === 0 && <p className="text-small text-ink-2">{m.outcome.noFiles}</p>}
      <div className="max-h-56 space-y-1 overflow-y-auto">
        {files.map(({ id, name }) => (
          <Checkbox
            key={id}
            id={`file-${id}`}
            label={name}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
          />
        ))}
      </div>
      <Disclosure summary={m.outcome.appealUpload} className="mt-2">
        <FileDrop firmId={firmId} id="files-new" onSent={(file) => void take(file.id)} />
      </Disclosure>
    </Field>
  );
}
