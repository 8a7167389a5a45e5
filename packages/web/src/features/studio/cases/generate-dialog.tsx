import { useQuery } from '@tanstack/react-query';
import type { GeneratedCases } from '@tidu/api/studio/cases/contract';
import { useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { placeNames } from '../model/place-name.ts';
import { draftPath } from '../queries.ts';
import { useCaseChange } from './use-case-change.ts';

type Generated = GeneratedCases['cases'][number];

/** A generated case by the clause whose edge it stands at: 成立不超过 10 个自然年 · 略低. */
function useEdgeNames(): (generated: Generated) => string {
  const m = useMessages(studioWorkMessages);
  const { locale } = useLocale();
  const { doc } = useDraftDesk();
  return ({ edge, place, case: { name } }) => {
    const names = placeNames(doc, edge, locale).slice(-2);
    const row = /\.rows\.(\d+)\./.exec(edge)?.[1];
    const parts = [...names, ...(row === undefined ? [] : [m.rowOf(Number(row) + 1)])];
    return parts.length === 0 ? name : [...parts, m.placeWord[place]].join(' · ').slice(0, LONGEST);
  };
}

/** As long as the name of a case may be. */
const LONGEST = 200;

/** Cases just below, at and just above every edge, made by the engine; a person takes those that are wanted. */
export function GenerateDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  const { locale } = useLocale();
  const { draft, doc, view } = useDraftDesk();
  const made = useQuery({
    queryKey: ['studio', 'generated', draft.id, view.version],
    queryFn: () => sendJson<GeneratedCases>('POST', `${draftPath(draft.id)}/cases/generate`, {}),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const nameOf = useEdgeNames();
  const cases = (made.data?.cases ?? []).map((each) => ({ ...each, case: { ...each.case, name: nameOf(each) } }));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = cases.filter((_, i) => !left.has(i));
  const add = useCaseChange(
    () =>
      sendJson('POST', `${draftPath(draft.id)}/cases`, {
        isGenerated: true,
        cases: chosen.map((each) => each.case),
      }),
    onClose,
  );
  const toggle = (i: number): void =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(i)) next.add(i);
      return next;
    });
  const tierName = (best: unknown): string =>
    best === null ? m.noTier : text(doc.tiers.find((tier) => tier.id === best)?.label) || '—';
  return (
    <ActDialog
      wide
      title={m.generateTitle}
      lead={m.generateLead}
      action={m.addChosen(chosen.length)}
      busy={add.isPending}
      error={add.error ?? made.error}
      isReady={chosen.length > 0}
      onConfirm={() => add.mutate(undefined)}
      onClose={onClose}
    >
      {made.isPending && <Skeleton lines={6} />}
      {made.data && (
        <>
          <div className="flex gap-3 text-small">
            <button type="button" className="text-celadon underline" onClick={() => setLeft(new Set())}>
              {m.chooseAll}
            </button>
            <button
              type="button"
              className="text-celadon underline"
              onClick={() => setLeft(new Set(cases.map((_, i) => i)))}
            >
              {m.chooseNone}
            </button>
          </div>
          <div className="max-h-[50vh] overflow-auto">
            <DataTable
              dense
              caption={m.generateTitle}
              hideCaption
              rows={cases.map((each, i) => ({ ...each, i }))}
              rowId={({ i }) => String(i)}
              columns={[
                {
                  id: 'pick',
                  head: <span className="sr-only">{m.choose}</span>,
                  cell: (row) => (
                    <input
                      type="checkbox"
                      className="size-4 accent-[var(--celadon)]"
                      aria-label={m.chooseNamed(row.case.name)}
                      checked={!left.has(row.i)}
                      onChange={() => toggle(row.i)}
                    />
                  ),
                },
                { id: 'name', head: m.caseName, rowHead: true, cell: (row) => row.case.name },
                { id: 'place', head: m.place, cell: (row) => m.placeWord[row.place] },
                { id: 'best', head: m.comesOut, cell: (row) => tierName((row.case.expect as { best?: unknown }).best) },
                {
                  id: 'note',
                  head: m.note,
                  wideOnly: true,
                  cell: (row) => <span className="line-clamp-1 text-ink-3">{row.case.note?.[locale]}</span>,
                },
              ]}
            />
          </div>
        </>
      )}
    </ActDialog>
  );
}
