import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { VersionedRow } from '../../../shared/ui/versioned-row.tsx';
import { OfficialsOnly } from '../../desk/officials-only.tsx';
import { NewSheet } from './new-sheet.tsx';
import { currentOf, type ListedSheet, sheetsQuery } from './queries.ts';

export const Route = createLazyRoute('/desk/sheets')({ component: SheetsPage });

/** Every scoring sheet with the version in use. */
function SheetsPage() {
  const m = useMessages(templateMessages);
  const { data, isPending, error } = useQuery(sheetsQuery);
  const ids = [...new Set(data?.sheets.map(({ id }) => id))];
  return (
    <OfficialsOnly>
      <div className="page-width pb-20">
        <PageHeader title={m.sheets} lead={m.sheetsLead} />
        {isPending && <Skeleton lines={6} />}
        {error && <Notice tone="error">{error.message}</Notice>}
        <ul className="divide-y divide-line border-y border-line">
          {ids.map((id) => (
            <SheetRow key={id} id={id} versions={data?.sheets.filter((each) => each.id === id) ?? []} />
          ))}
        </ul>
        {data?.mayEdit && <NewSheet taken={ids} />}
      </div>
    </OfficialsOnly>
  );
}

function SheetRow({ id, versions }: { readonly id: string; readonly versions: readonly ListedSheet[] }) {
  const m = useMessages(templateMessages);
  const text = useText();
  const list = useList();
  const current = currentOf(versions);
  const shown = current ?? versions[0];
  const names = versions.flatMap(({ schemes }) => schemes.map((each) => text(each)));
  const panels = versions.reduce((sum, each) => sum + each.panels.length, 0);
  return (
    <VersionedRow
      link={
        <Link to="/desk/sheets/$sheetId" params={{ sheetId: id }} className="text-h3">
          {text(shown?.document.label)}
        </Link>
      }
      about={[...(names.length > 0 ? [m.forSchemes(list(names))] : []), m.forPanels(panels)].join(' · ')}
      versions={versions}
      current={current}
    />
  );
}
