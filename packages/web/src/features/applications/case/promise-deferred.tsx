import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Application } from '@tidu/api/applications/contract';
import { type FormEvent, useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { schemeQuery } from '../../schemes/queries.ts';
import { useSession } from '../../session/use-session.ts';
import { applicationPath, applicationQuery } from '../queries.ts';

/** Signs a promise to hand a material in later, where the office has asked for it while the case is at intake. */
export function PromiseDeferred({ application }: { readonly application: Application }) {
  const m = useMessages(applicationsMessages);
  const [isOpen, setOpen] = useState(false);
  if (application.mayPromise.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{m.promiseLater}</Button>
      {isOpen && <PromiseDialog application={application} onClose={() => setOpen(false)} />}
    </>
  );
}

interface PromiseDialogProps {
  readonly application: Application;
  readonly onClose: () => void;
}

function PromiseDialog({ application, onClose }: PromiseDialogProps) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const list = useList();
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const { session } = useSession();
  const scheme = useQuery(schemeQuery(application.schemeId)).data?.scheme;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [signedName, setName] = useState('');
  const labelOf = (id: string): string => text(scheme?.materials.find((each) => each.id === id)?.label) || id;
  const declaration = m.promised(list(chosen.map(labelOf)));
  const sign = useMutation({
    mutationFn: () =>
      sendJson<Application>('POST', `${applicationPath(application.id)}/deferrals`, {
        materialIds: chosen,
        declaration,
        signedName,
      }),
    onSuccess: (after) => {
      show(m.promiseDone);
      client.setQueryData(applicationQuery(application.id).queryKey, after);
      onClose();
    },
  });
  const details = sign.error instanceof RequestFailed ? sign.error.details : [];
  const others = details.filter(({ path }) => path !== 'signedName');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sign.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.promiseLater}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form="promise-later"
            disabled={chosen.length === 0}
            busy={sign.isPending}
          >
            {m.signPromise}
          </Button>
        </>
      }
    >
      <form id="promise-later" onSubmit={submit} className="space-y-5">
        <p>{m.promiseLaterText}</p>
        <Field id="promise-materials" legend label={m.promiseWhich}>
          {application.mayPromise.map((id) => (
            <Checkbox
              key={id}
              id={`promise-later-${id}`}
              label={labelOf(id)}
              checked={chosen.includes(id)}
              onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          ))}
        </Field>
        {chosen.length > 0 && <p className="rounded-2 bg-sunken px-4 py-3">{declaration}</p>}
        <TextInput
          id="promise-name"
          label={m.signedName}
          hint={m.signedNameHint(session?.name ?? '')}
          value={signedName}
          error={details.find(({ path }) => path === 'signedName')?.message}
          onChange={setName}
        />
        {sign.isError && (details.length === 0 || others.length > 0) && (
          <Notice tone="error">
            {others.length > 0 ? others.map((each) => each.message).join('；') : sign.error.message}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
