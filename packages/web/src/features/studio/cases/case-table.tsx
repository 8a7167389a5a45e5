import type { StoredCase, StudioCaseList } from '@tidu/api/studio/cases/contract';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { CheckIcon, CrossIcon } from '../../../shared/ui/icons.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { useProblemWords } from './tell-problem.ts';
import { useCaseChange } from './use-case-change.ts';

interface CaseTableProps {
  readonly list: StudioCaseList;
  readonly onOpen: (stored: StoredCase) => void;
}

/** Every case with what must come out and what does; those that fail stand first. */
export function CaseTable({ list, onOpen }: CaseTableProps) {
  const m = useMessages(studioWorkMessages);
  const rows = list.cases.toSorted((a, b) => Number(a.result?.ok ?? true) - Number(b.result?.ok ?? true));
  return (
    <DataTable
      dense
      caption={m.cases}
      hideCaption
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { id: 'result', head: m.result, width: 'w-24', cell: (row) => <Result row={row} /> },
        {
          id: 'name',
          head: m.caseName,
          rowHead: true,
          width: 'min-w-40',
          cell: (row) => (
            <button
              type="button"
              onClick={() => onOpen(row)}
              className="text-left wrap-anywhere text-celadon underline decoration-celadon-glaze underline-offset-4"
            >
              {row.case.name}
            </button>
          ),
        },
        { id: 'expect', head: m.mustBe, cell: (row) => <Expected row={row} /> },
        {
          id: 'problem',
          head: m.difference,
          cell: (row) => <Differences row={row} />,
        },
        { id: 'source', head: m.source, wideOnly: true, cell: (row) => <Source row={row} /> },
        {
          id: 'do',
          head: <span className="sr-only">{m.actions}</span>,
          align: 'right',
          cell: (row) => <Acts row={row} />,
        },
      ]}
    />
  );
}

function Result({ row }: { readonly row: StoredCase }) {
  const m = useMessages(studioWorkMessages);
  if (!row.result) return <span className="text-ink-3">—</span>;
  return row.result.ok ? (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-celadon">
      <CheckIcon />
      {m.agrees}
    </span>
  ) : (
    <span className="inline-flex items-center gap-1 font-medium whitespace-nowrap text-seal">
      <CrossIcon />
      {m.differs}
    </span>
  );
}

function Differences({ row }: { readonly row: StoredCase }) {
  const tell = useProblemWords();
  return (
    <>
      {row.result?.problems.map((problem) => (
        <span key={JSON.stringify(problem)} className="block text-seal">
          {tell(problem)}
        </span>
      ))}
    </>
  );
}

function Expected({ row }: { readonly row: StoredCase }) {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  const list = useList();
  const { doc } = useDraftDesk();
  const { best, outcomes } = row.case.expect as { best?: string | null; outcomes?: Record<string, string> };
  const named = (id: string): string => text(doc.tiers.find((tier) => tier.id === id)?.label) || id;
  if (best !== undefined) return <>{best === null ? m.noTier : named(best)}</>;
  const said = Object.entries(outcomes ?? {}).map(
    ([id, truth]) => `${named(id)} ${m.truth[truth as keyof typeof m.truth] ?? truth}`,
  );
  return <span className="line-clamp-1">{list(said) || m.otherExpectation(Object.keys(row.case.expect).length)}</span>;
}

function Source({ row }: { readonly row: StoredCase }) {
  const m = useMessages(studioWorkMessages);
  if (row.isGenerated)
    return (
      <span className={row.confirmedBy ? 'text-ink-2' : 'text-amber'}>
        {row.confirmedBy ? m.confirmedBy(row.confirmedBy.name) : m.toConfirm}
      </span>
    );
  return <span className="whitespace-nowrap text-ink-2">{row.by.name}</span>;
}

function Acts({ row }: { readonly row: StoredCase }) {
  const m = useMessages(studioWorkMessages);
  const { draft, mayEdit } = useDraftDesk();
  const at = `${draftPath(draft.id)}/cases/${row.id}`;
  const confirm = useCaseChange(() => sendJson('POST', `${at}/confirm`));
  const remove = useCaseChange(() => sendJson('DELETE', at));
  if (!mayEdit) return null;
  return (
    <span className="inline-flex whitespace-nowrap">
      {row.isGenerated && !row.confirmedBy && (
        <Button size="dense" look="quiet" busy={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {m.confirm}
        </Button>
      )}
      <Button
        size="dense"
        look="quiet"
        busy={remove.isPending}
        aria-label={m.removeNamed(row.case.name)}
        onClick={() => remove.mutate(undefined)}
      >
        {m.remove}
      </Button>
    </span>
  );
}
