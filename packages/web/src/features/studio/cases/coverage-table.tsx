import type { CoverageItem, StudioCaseList } from '@tidu/api/studio/cases/contract';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { trailTo } from '../model/outline.ts';
import { nameOfPart } from '../model/part-names.ts';
import type { Json } from '../model/shape-of.ts';

const isHalf = ({ kind, hits }: CoverageItem): boolean =>
  kind === 'row' || kind === 'branch' ? hits.yes === 0 : hits.yes === 0 || hits.no === 0;

/** Which rules the cases have seen both ways; those they have not stand open. */
export function CoverageTable({ list }: { readonly list: StudioCaseList }) {
  const m = useMessages(studioWorkMessages);
  const open = list.coverage.items.filter(isHalf);
  const full = list.coverage.items.filter((item) => !isHalf(item));
  return (
    <section className="space-y-3">
      <h2 className="text-h3">{m.coverage}</h2>
      <p className="text-small text-ink-2">{m.coverageLead}</p>
      {open.length > 0 && <Items items={open} title={m.notCovered(open.length)} />}
      {full.length > 0 && (
        <Disclosure summary={m.coveredItems(full.length)}>
          <Items items={full} title={m.coveredItems(full.length)} />
        </Disclosure>
      )}
    </section>
  );
}

function Items({ items, title }: { readonly items: readonly CoverageItem[]; readonly title: string }) {
  const m = useMessages(studioWorkMessages);
  return (
    <DataTable
      dense
      caption={title}
      rows={items}
      rowId={({ path }) => path}
      columns={[
        { id: 'kind', head: m.kind, width: 'w-24', cell: ({ kind }) => m.coverKind[kind] },
        { id: 'name', head: m.rule, rowHead: true, cell: ({ path }) => <RuleLink path={path} /> },
        { id: 'yes', head: m.truth.yes, align: 'right', cell: ({ hits }) => <Hits n={hits.yes} /> },
        { id: 'no', head: m.truth.no, align: 'right', cell: ({ hits }) => <Hits n={hits.no} /> },
        {
          id: 'open',
          head: m.truth.undetermined,
          align: 'right',
          wideOnly: true,
          cell: ({ hits }) => hits.undetermined,
        },
      ]}
    />
  );
}

const Hits = ({ n }: { readonly n: number }) => <span className={n === 0 ? 'font-medium text-amber' : ''}>{n}</span>;

function RuleLink({ path }: { readonly path: string }) {
  const { locale } = useLocale();
  const { draft, doc } = useDraftDesk();
  const trail = trailTo(doc as unknown as Json, path);
  const last = trail.at(-1);
  const names = trail
    .filter(({ object, path: at }) => at !== '' && object.label !== undefined)
    .map(({ object }) => nameOfPart(doc, object, locale));
  const row = last && path.startsWith(`${last.path}.rows.`) ? Number(path.slice(last.path.length + 6)) + 1 : undefined;
  return (
    <Link
      to="/studio/drafts/$draftId"
      params={{ draftId: draft.id }}
      search={{ tab: 'structure', at: last?.path ?? '' }}
    >
      {names.join(' · ') || path}
      {row !== undefined && ` · ${row}`}
    </Link>
  );
}
