import { useMutation } from '@tanstack/react-query';
import type { ApplicationDraft } from '@tidu/api/applications/drafts/contract';
import type { Submitted } from '@tidu/api/applications/submissions/contract';
import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { applicationPath } from '../queries.ts';

interface SubmitDialogProps {
  readonly id: string;
  readonly event: 'submit' | 'resubmit';
  readonly draft: ApplicationDraft;
  readonly deferrals: readonly string[];
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Saves what is not saved yet; nothing is signed before. */
  readonly save: () => Promise<number | undefined>;
  readonly onSubmitted: (submitted: Submitted) => void;
  readonly onMissing: (failure: RequestFailed) => void;
}

/** The declaration, word for word, and the name under it. */
export function SubmitDialog(props: SubmitDialogProps) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const list = useList();
  const [signedName, setSignedName] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const { draft, deferrals, name, event, id } = props;
  const names = draft.scheme.materials.filter((each) => deferrals.includes(each.id)).map(({ label }) => text(label));
  const declaration = [m.declaration, ...(names.length > 0 ? [m.promised(list(names))] : [])].join('\n');
  const submit = useMutation({
    mutationFn: async () => {
      const draftVersion = await props.save();
      if (draftVersion === undefined) throw new Error(m.saveFailed);
      const body = { declaration, signedName, draftVersion, ...(isConfirmed ? { confirmedNotEligible: true } : {}) };
      return sendJson<Submitted>('POST', `${applicationPath(id)}/${event}`, body);
    },
    onSuccess: props.onSubmitted,
    onError: (error) => {
      if (error instanceof RequestFailed && error.code === 'application-incomplete') {
        if (error.details.some(({ path }) => path !== 'signedName')) props.onMissing(error);
      }
    },
  });
  const failure = submit.error instanceof RequestFailed ? submit.error : undefined;
  const asks = failure?.code === 'confirm-not-eligible';
  const wrongName = failure?.details.find(({ path }) => path === 'signedName');
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={event === 'submit' ? m.signTitle : m.signCorrections}
      actions={
        <>
          <Button onClick={props.onClose}>{m.cancel}</Button>
          <Button
            look="primary"
            busy={submit.isPending}
            disabled={asks && !isConfirmed}
            onClick={() => submit.mutate()}
          >
            {event === 'submit' ? m.signNow : m.signCorrections}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {declaration.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
        <TextInput
          id="signedName"
          label={m.signedName}
          hint={m.signedNameHint(name)}
          value={signedName}
          error={wrongName && `${wrongName.message}。${wrongName.fix ?? ''}`}
          autoComplete="name"
          onChange={setSignedName}
        />
        {asks && (
          <Notice tone="open" title={m.notEligible}>
            <ul className="mt-1 list-disc space-y-1 pl-5">
              {failure.details.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
            <div className="mt-3">
              <Checkbox
                id="confirm-not-eligible"
                label={m.confirmNotEligible}
                checked={isConfirmed}
                onChange={setConfirmed}
              />
            </div>
          </Notice>
        )}
        {submit.isError && !asks && !wrongName && <Notice tone="error">{submit.error.message}</Notice>}
      </div>
    </Dialog>
  );
}
