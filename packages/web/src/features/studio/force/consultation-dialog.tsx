import { useMutation } from '@tanstack/react-query';
import type { OpenConsultation } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { daysBetween } from '../../../shared/format/calendar-day.ts';
import { ActDialog, fieldFor, saidOf } from '../../../shared/ui/act-dialog.tsx';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { chinaDay } from '../china-day.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { useForceDone } from './use-force-done.ts';

const LEAST_DAYS = 30;

interface ConsultationDialogProps {
  readonly kind: 'public' | 'exempt';
  readonly onClose: () => void;
}

/** The notice the public reads, its period, and whom to ask. */
export function ConsultationDialog({ kind, onClose }: ConsultationDialogProps) {
  const m = useMessages(studioForceMessages);
  const text = useText();
  const { draft, doc, keeper } = useDraftDesk();
  const done = useForceDone();
  const today = chinaDay(new Date());
  const [a, setA] = useState({
    title: m.consultationTitle(text(doc.label) || draft.title),
    words: '',
    opensOn: undefined as string | undefined,
    closesOn: undefined as string | undefined,
    contact: '',
    shortReason: '',
    reason: '',
  });
  const set = (change: Partial<typeof a>): void => setA((before) => ({ ...before, ...change }));
  const isShort = a.closesOn !== undefined && daysBetween(a.opensOn ?? today, a.closesOn) < LEAST_DAYS;
  const body: OpenConsultation =
    kind === 'exempt'
      ? { kind, reason: a.reason }
      : {
          kind,
          title: { 'zh-CN': a.title },
          text: { 'zh-CN': a.words },
          contact: a.contact,
          ...(a.opensOn ? { opensOn: a.opensOn } : {}),
          ...(a.closesOn ? { closesOn: a.closesOn } : {}),
          ...(isShort ? { shortReason: a.shortReason } : {}),
        };
  const open = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return sendJson('POST', `${draftPath(draft.id)}/consultation`, body);
    },
    onSuccess: async () => {
      await done();
      onClose();
    },
  });
  const field = (path: string) => ({ id: fieldFor(path), error: saidOf(open.error, path) });
  const isReady =
    kind === 'exempt'
      ? a.reason.trim() !== ''
      : [a.title, a.words, a.contact].every((each) => each.trim() !== '') && (!isShort || a.shortReason.trim() !== '');
  return (
    <ActDialog
      wide={kind === 'public'}
      title={kind === 'public' ? m.consult : m.withoutConsultation}
      lead={kind === 'public' ? m.consultLead : m.exemptLead}
      action={kind === 'public' ? m.openNow : m.save}
      busy={open.isPending}
      error={open.error}
      isReady={isReady}
      onConfirm={() => open.mutate()}
      onClose={onClose}
    >
      {kind === 'exempt' ? (
        <TextArea {...field('reason')} label={m.exemptReason} value={a.reason} onChange={(reason) => set({ reason })} />
      ) : (
        <>
          <TextInput
            {...field('title.zh-CN')}
            label={m.noticeTitle}
            value={a.title}
            onChange={(title) => set({ title })}
          />
          <TextArea
            {...field('text.zh-CN')}
            label={m.noticeText}
            hint={m.noticeTextHint}
            rows={6}
            value={a.words}
            onChange={(words) => set({ words })}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <DateInput
              {...field('opensOn')}
              label={m.opensOn}
              hint={m.opensOnHint}
              optional
              value={a.opensOn}
              onChange={(opensOn) => set({ opensOn })}
            />
            <DateInput
              {...field('closesOn')}
              label={m.closesOn}
              hint={m.closesOnHint}
              optional
              value={a.closesOn}
              onChange={(closesOn) => set({ closesOn })}
            />
          </div>
          {isShort && (
            <TextArea
              {...field('shortReason')}
              label={m.shortReason}
              rows={2}
              value={a.shortReason}
              onChange={(shortReason) => set({ shortReason })}
            />
          )}
          <TextInput
            {...field('contact')}
            label={m.contact}
            hint={m.contactHint}
            value={a.contact}
            onChange={(contact) => set({ contact })}
          />
        </>
      )}
    </ActDialog>
  );
}
