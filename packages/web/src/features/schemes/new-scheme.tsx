import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SchemeDocument, StoredRevision, Words } from '@tidu/api/schemes/contract';
import { type FormEvent, useState } from 'react';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { policyListQuery } from '../policies/queries.ts';
import { useLatestPolicy } from './policy-fields.tsx';
import { schemePath } from './queries.ts';
import { schemeLike } from './scheme-like.ts';
import { WordsFields } from './words-fields.tsx';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface NewSchemeProps {
  readonly revisions: readonly StoredRevision[];
  /** Somebody came for a scheme of this policy. */
  readonly policy: string | undefined;
}

/** Begins a scheme from one there is: policy staff change what differs, and nothing is left out by oversight. */
export function NewScheme({ revisions, policy }: NewSchemeProps) {
  const m = useMessages(schemesMessages);
  const [isOpen, setOpen] = useState(policy !== undefined);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {m.newScheme}
      </Button>
      {isOpen && <NewSchemeDialog revisions={revisions} policy={policy} onClose={() => setOpen(false)} />}
    </>
  );
}

interface NewSchemeDialogProps extends NewSchemeProps {
  readonly onClose: () => void;
}

function NewSchemeDialog({ revisions, policy: wanted, onClose }: NewSchemeDialogProps) {
  const m = useMessages(schemesMessages);
  const text = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [label, setLabel] = useState<Words>({ 'zh-CN': '', en: '' });
  const [like, setLike] = useState<string>();
  const [chosen, setChosen] = useState(wanted);
  const policies = useQuery(policyListQuery).data?.policies ?? [];
  const latest = revisions.filter((each, i) => revisions.findIndex((one) => one.id === each.id) === i);
  const base = latest.find((each) => each.id === like)?.document;
  const policy = useLatestPolicy(chosen ?? base?.policy ?? '');
  const isTaken = latest.some((each) => each.id === id);
  const problem = isTaken ? m.idTaken : id !== '' && !ID.test(id) ? m.idWrong : undefined;
  const isReady =
    base !== undefined && policy !== undefined && ID.test(id) && !isTaken && label['zh-CN'] !== '' && label.en !== '';
  const begin = useMutation({
    mutationFn: (document: SchemeDocument) => sendJson('PUT', `${schemePath(id)}/draft`, { document, basedOn: null }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['scheme-revisions'] });
      return navigate({ to: '/desk/schemes/$schemeId', params: { schemeId: id } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) begin.mutate(schemeLike(base, { id, label }, policy));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.newScheme}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button look="primary" type="submit" form="new-scheme" disabled={!isReady} busy={begin.isPending}>
            {m.createScheme}
          </Button>
        </>
      }
    >
      <form id="new-scheme" onSubmit={submit} className="space-y-5">
        <Select
          id="new-scheme-like"
          label={m.likeScheme}
          hint={m.likeSchemeHint}
          value={like}
          options={latest.map((each) => ({ value: each.id, label: text(each.document.label) }))}
          onChange={setLike}
        />
        <Select
          id="new-scheme-policy"
          label={m.ofPolicy}
          hint={m.ofPolicyHint}
          value={chosen ?? base?.policy}
          options={policies.map((each) => ({ value: each.id, label: text(each.label) }))}
          onChange={setChosen}
        />
        <WordsFields
          id="new-scheme-label"
          zh={m.field.labelZh}
          en={m.field.labelEn}
          words={label}
          onChange={setLabel}
        />
        <TextInput
          id="new-scheme-id"
          label={m.field.materialId}
          hint={m.idHint}
          value={id}
          maxLength={60}
          error={problem}
          onChange={setId}
        />
        {begin.isError && <Notice tone="error">{begin.error.message}</Notice>}
      </form>
    </Dialog>
  );
}
