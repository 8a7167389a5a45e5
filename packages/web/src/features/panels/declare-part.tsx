import { useQuery } from '@tanstack/react-query';
import type { FirmsToDeclare } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { FirmAnswer, type Said } from './firm-answer.tsx';
import { firmsToDeclareQuery, panelPath, usePanelChange } from './queries.ts';

/** Before any material of a blind panel: the names of the firms, and whether the expert has to do with one of them. */
export function DeclarePart({ panelId }: { readonly panelId: string }) {
  const m = useMessages(panelsMessages);
  const { data, error } = useQuery(firmsToDeclareQuery(panelId));
  if (error) return <Notice tone="error">{error.message}</Notice>;
  if (!data || data.firms.length === 0) return null;
  return (
    <section aria-labelledby="declare-title" className="rounded-2 border border-amber-glaze bg-surface p-5">
      <h2 id="declare-title" className="text-h3">
        {m.declare}
      </h2>
      <p className="mt-1 max-w-prose text-ink-2">{m.declareByName}</p>
      <Answers key={data.firms.map(({ firmId }) => firmId).join()} panelId={panelId} firms={data.firms} />
    </section>
  );
}

interface AnswersProps {
  readonly panelId: string;
  readonly firms: FirmsToDeclare['firms'];
}

function Answers({ panelId, firms }: AnswersProps) {
  const m = useMessages(panelsMessages);
  const [answers, setAnswers] = useState<Readonly<Record<string, Said>>>({});
  const declare = usePanelChange();
  const said = firms.map(({ firmId }) => ({ firmId, ...answers[firmId] }));
  const isReady = said.every(({ hasConflict, kind }) => hasConflict === false || kind !== undefined);
  const body = {
    answers: said.map(({ firmId, hasConflict, kind, note }) => ({
      firmId,
      ...(hasConflict ? { kind, ...(note?.trim() ? { note } : {}) } : {}),
    })),
  };
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        declare.mutate({ path: `${panelPath(panelId)}/declarations`, body });
      }}
    >
      <ul className="divide-y divide-line border-y border-line">
        {firms.map(({ firmId, name }) => (
          <FirmAnswer
            key={firmId}
            id={`firm-${firmId}`}
            name={name}
            said={answers[firmId] ?? {}}
            onChange={(next) => setAnswers({ ...answers, [firmId]: next })}
          />
        ))}
      </ul>
      {declare.isError && (
        <div className="mt-4">
          <Notice tone="error">{declare.error.message}</Notice>
        </div>
      )}
      <Button type="submit" look="primary" className="mt-4" disabled={!isReady} busy={declare.isPending}>
        {m.submitDeclaration}
      </Button>
    </form>
  );
}
