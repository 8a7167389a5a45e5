import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
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
  const drafts = versions.filter(({ status, version }) => status === 'draft' && version > (current?.version ?? -1));
  const names = versions.flatMap(({ schemes }) => schemes.map((each) => text(each)));
  const panels = versions.reduce((sum, each) => sum + each.panels.length, 0);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4">
      <div>
        <Link to="/desk/sheets/$sheetId" params={{ sheetId: id }} className="text-h3">
          {text(shown?.document.label)}
        </Link>
        <p className="mt-1 text-small text-ink-2">
          {[...(names.length > 0 ? [m.forSchemes(list(names))] : []), m.forPanels(panels)].join(' · ')}
        </p>
      </div>
      <p className="text-small text-ink-2">
        {current && m.versionName(current.version)}
        {drafts.length > 0 && <span className="ml-3 text-amber">{m.waiting(drafts.length)}</span>}
      </p>
    </li>
  );
}
