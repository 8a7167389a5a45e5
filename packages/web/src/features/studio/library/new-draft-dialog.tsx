import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { NewStudioDraft, StudioDraft } from '@tidu/api/studio/drafts/contract';
import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ActDialog, fieldFor, saidOf } from '../../../shared/ui/act-dialog.tsx';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { JsonFileField, type ReadFile } from './json-file-field.tsx';

/** What a new draft begins with. */
export type StartFrom =
  | { readonly from: 'blank' | 'json' }
  | { readonly from: 'text' | 'rollback'; readonly ref: string; readonly name: string };

interface Answers {
  readonly title: string;
  readonly policyId: string;
  readonly zh: string;
  readonly en: string;
  readonly day: string | undefined;
  readonly reason: string;
  readonly file: ReadFile | undefined;
}

function requestOf(start: StartFrom, a: Answers): NewStudioDraft {
  const title = a.title.trim();
  const from = a.day === undefined ? {} : { inForceFrom: a.day };
  switch (start.from) {
    case 'text':
      return { from: 'text', ref: start.ref, title, ...from };
    case 'rollback':
      return { from: 'rollback', ref: start.ref, title, inForceFrom: a.day ?? '', reason: a.reason };
    case 'json':
      return {
        from: 'json',
        title,
        document: a.file?.document ?? {},
        ...(a.policyId ? { policyId: a.policyId } : {}),
      };
    case 'blank':
      return {
        from: 'blank',
        title,
        policyId: a.policyId,
        label: { 'zh-CN': a.zh, ...(a.en.trim() ? { en: a.en } : {}) },
        ...from,
      };
  }
}

/** Asks for what a new draft must have, and opens it. */
export function NewDraftDialog({ start, onClose }: { readonly start: StartFrom; readonly onClose: () => void }) {
  const m = useMessages(studioMessages);
  const navigate = useNavigate();
  const client = useQueryClient();
  const name = 'name' in start ? start.name : '';
  const [a, setAnswers] = useState<Answers>({
    title: name ? (start.from === 'rollback' ? m.titleRollback(name) : m.titleRevise(name)) : '',
    policyId: '',
    zh: '',
    en: '',
    day: undefined,
    reason: '',
    file: undefined,
  });
  const set = (change: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...change }));
  const create = useMutation({
    mutationFn: () => sendJson<StudioDraft>('POST', '/api/v1/studio/drafts', requestOf(start, a)),
    onSuccess: async (draft) => {
      await client.invalidateQueries({ queryKey: ['studio', 'library'] });
      await navigate({
        to: '/studio/drafts/$draftId',
        params: { draftId: draft.id },
        search: draft.problems.length > 0 ? { tab: 'checks' } : {},
      });
    },
  });
  const say = (path: string): { id: string; error: string | undefined } => ({
    id: fieldFor(path),
    error: saidOf(create.error, path),
  });
  const isBlank = start.from === 'blank';
  const isReady =
    a.title.trim() !== '' &&
    (isBlank ? a.policyId !== '' && a.zh.trim() !== '' : start.from === 'json' ? a.file?.document !== undefined : true);
  return (
    <ActDialog
      title={m.startTitle[start.from]}
      lead={m.startLead[start.from]}
      action={m.create}
      busy={create.isPending}
      error={create.error}
      isReady={isReady && (start.from !== 'rollback' || (a.day !== undefined && a.reason.trim() !== ''))}
      onConfirm={() => create.mutate()}
      onClose={onClose}
    >
      {start.from === 'json' && (
        <JsonFileField
          file={a.file}
          onRead={(file) => set({ file, title: a.title || file.name.replace(/\.json$/i, '') })}
        />
      )}
      <TextInput
        {...say('title')}
        label={m.draftTitle}
        hint={m.draftTitleHint}
        value={a.title}
        onChange={(title) => set({ title })}
      />
      {isBlank && (
        <>
          <TextInput {...say('label.zh-CN')} label={m.policyName} value={a.zh} onChange={(zh) => set({ zh })} />
          <TextInput {...say('label.en')} label={m.policyNameEn} optional value={a.en} onChange={(en) => set({ en })} />
        </>
      )}
      {(isBlank || start.from === 'json') && (
        <TextInput
          {...say('policyId')}
          label={m.policyId}
          hint={m.policyIdHint}
          optional={!isBlank}
          value={a.policyId}
          onChange={(policyId) => set({ policyId: policyId.toLowerCase() })}
        />
      )}
      {start.from !== 'json' && (
        <DateInput
          {...say('inForceFrom')}
          label={m.inForceFrom}
          optional={start.from !== 'rollback'}
          value={a.day}
          onChange={(day) => set({ day })}
        />
      )}
      {start.from === 'rollback' && (
        <TextArea
          {...say('reason')}
          label={m.rollBackReason}
          rows={3}
          value={a.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
    </ActDialog>
  );
}
