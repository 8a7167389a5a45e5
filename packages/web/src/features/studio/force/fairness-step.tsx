import { useMutation } from '@tanstack/react-query';
import type { SavedStudioDraft } from '@tidu/api/studio/drafts/contract';
import type { FairnessItem, PathToForce, SaveFairness } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { useForceDone } from './use-force-done.ts';

type Review = SaveFairness['reviews'][number];

const started = (item: FairnessItem): Review => ({
  of: item.of,
  article10: item.review?.article10 ?? null,
  reason: { 'zh-CN': item.review?.reason['zh-CN'] ?? '' },
  until: item.review?.until ?? '',
});

/** For every condition that sets firms apart: on what law, why no milder way, until when. */
export function FairnessStep({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const { draft, keeper, may } = useDraftDesk();
  const done = useForceDone();
  const [reviews, setReviews] = useState<readonly Review[]>(() => force.fairness.map(started));
  const save = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      const complete = reviews.filter(({ reason, until }) => reason['zh-CN'].trim() !== '' && until !== '');
      return sendJson<SavedStudioDraft>('PUT', `${draftPath(draft.id)}/fairness`, {
        version: keeper.view.version,
        reviews: complete,
      });
    },
    onSuccess: async (saved) => {
      keeper.adopt(saved);
      await done();
    },
  });
  if (force.fairness.length === 0) return <p className="text-small text-ink-2">{m.noFairness}</p>;
  const set = (of: string, change: Partial<Review>): void =>
    setReviews((before) => before.map((each) => (each.of === of ? { ...each, ...change } : each)));
  return (
    <div className="space-y-4">
      {force.fairness.map((item) => {
        const review = reviews.find(({ of }) => of === item.of) ?? started(item);
        return (
          <ReviewForm
            key={item.of}
            item={item}
            review={review}
            disabled={!may('set-fairness')}
            onChange={(change) => set(item.of, change)}
          />
        );
      })}
      {save.isError && <Notice tone="error">{save.error.message}</Notice>}
      {may('set-fairness') && (
        <Button size="dense" look="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {m.saveFairness}
        </Button>
      )}
    </div>
  );
}

interface ReviewFormProps {
  readonly item: FairnessItem;
  readonly review: Review;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<Review>) => void;
}

function ReviewForm({ item, review, disabled, onChange }: ReviewFormProps) {
  const m = useMessages(studioForceMessages);
  const text = useText();
  const { locale } = useLocale();
  const id = `fair-${item.of}`;
  return (
    <fieldset className="rounded-2 border border-line p-4">
      <legend className="px-1 font-medium">{text(item.label) || item.of}</legend>
      <p className="text-small text-ink-2">{item.text[locale]}</p>
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <TextArea
          id={`${id}-10`}
          label={m.article10}
          hint={m.article10Hint}
          optional
          rows={2}
          disabled={disabled}
          value={review.article10 ?? ''}
          onChange={(words) => onChange({ article10: words.trim() === '' ? null : words })}
        />
        <TextArea
          id={`${id}-12`}
          label={m.article12}
          hint={m.article12Hint}
          rows={2}
          disabled={disabled}
          value={review.reason['zh-CN']}
          onChange={(words) => onChange({ reason: { 'zh-CN': words } })}
        />
        <DateInput
          id={`${id}-until`}
          label={m.until}
          disabled={disabled}
          value={review.until || undefined}
          onChange={(until) => onChange({ until: until ?? '' })}
        />
      </div>
    </fieldset>
  );
}
