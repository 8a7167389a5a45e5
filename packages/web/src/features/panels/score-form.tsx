import type { CaseMaterial, Panel } from '@tidu/api/panels/contract';
import { sheetTotal } from '@tidu/rules';
import { useState } from 'react';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { CriterionField } from './criterion-field.tsx';
import { type MarksText, pointsText, readMarks } from './marks.ts';
import { panelPath, usePanelChange } from './queries.ts';

/** The scoring sheet with its running total; a draft until it is handed in, then it stands. */
export function ScoreForm({ panel, material }: { readonly panel: Panel; readonly material: CaseMaterial }) {
  const m = useMessages(panelsMessages);
  const { show } = useAnnouncer();
  const { criteria } = panel.sheet.document;
  const [marks, setMarks] = useState<MarksText>(material.mine.marks);
  const [comment, setComment] = useState(material.mine.comment);
  const [confirming, setConfirming] = useState(false);
  const [isDone, setDone] = useState(material.mine.isHandedIn);
  const save = usePanelChange<{ isHandedIn: boolean }>(({ isHandedIn }) => {
    setConfirming(false);
    setDone(isHandedIn);
    if (!isHandedIn) show(m.saved);
  });
  const total = pointsText(sheetTotal(criteria, readMarks(marks)));
  const path = `${panelPath(panel.id)}/cases/${material.applicationId}/score`;
  const send = (isFinal: boolean): void =>
    save.mutate({ path, method: 'PUT', body: { marks: withoutEmpty(marks), comment, isFinal } });
  const isOpen = material.isOpen && !isDone;
  return (
    <section
      aria-labelledby="score-title"
      className="rounded-3 border border-line bg-surface p-5 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="score-title" className="text-h3">
          {m.scoring}
          {panel.round > 1 && <span className="ml-2 text-small text-ink-2">{m.round(material.round)}</span>}
        </h2>
        <p role="status" className="text-right">
          <span className="text-small text-ink-2">{m.total} </span>
          <span className="text-figure font-semibold tabular-nums">{total === undefined ? m.totalNone : total}</span>
        </p>
      </div>
      {isDone && (
        <div className="mt-3">
          <Notice tone="good">{m.done}</Notice>
        </div>
      )}
      <div className="mt-4 space-y-5">
        {criteria.map((criterion) => (
          <CriterionField
            key={criterion.id}
            criterion={criterion}
            value={marks[criterion.id]}
            onChange={(next) => setMarks({ ...marks, [criterion.id]: next })}
            disabled={!isOpen}
            error={saidOf(save.error, `marks.${criterion.id}`)}
          />
        ))}
        <TextArea
          id="comment"
          label={m.comment}
          value={comment}
          onChange={setComment}
          disabled={!isOpen}
          maxLength={2000}
        />
      </div>
      {isOpen && (
        <div className="mt-5 flex flex-wrap gap-3">
          <Button busy={save.isPending && !confirming} onClick={() => send(false)}>
            {m.saveDraft}
          </Button>
          <Button look="primary" disabled={total === undefined} onClick={() => setConfirming(true)}>
            {m.handIn}
          </Button>
        </div>
      )}
      {confirming && (
        <ActDialog
          title={m.handInTitle}
          lead={m.handInLead(total ?? '')}
          action={m.handInDo}
          busy={save.isPending}
          error={save.error}
          onConfirm={() => send(true)}
          onClose={() => setConfirming(false)}
        />
      )}
    </section>
  );
}

/** A box that was emptied counts as not marked. */
const withoutEmpty = (marks: MarksText): MarksText =>
  Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== ''));
