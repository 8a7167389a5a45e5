import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { SheetList } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { VersionTable } from '../../../shared/ui/version-table.tsx';
import { OfficialsOnly } from '../../desk/officials-only.tsx';
import { PublishSheet } from './publish-sheet.tsx';
import { currentOf, type ListedSheet, sheetsQuery } from './queries.ts';
import { SheetEditor } from './sheet-editor.tsx';
import { SheetPreview } from './sheet-preview.tsx';

export const Route = createLazyRoute('/desk/sheets/$sheetId')({ component: SheetPage });

/** One scoring sheet: its versions, the sheet as experts see it, and the way to a new version. */
function SheetPage() {
  const m = useMessages(templateMessages);
  const { sheetId } = Route.useParams();
  const { data, isPending, error } = useQuery(sheetsQuery);
  return (
    <OfficialsOnly>
      <div className="page-width pb-20">
        {!data && <PageHeader title={m.sheets} />}
        {isPending && <Skeleton lines={8} />}
        {error && <Notice tone="error">{error.message}</Notice>}
        {data && <OneSheet key={sheetId} id={sheetId} list={data} />}
      </div>
    </OfficialsOnly>
  );
}

function OneSheet({ id, list }: { readonly id: string; readonly list: SheetList }) {
  const m = useMessages(templateMessages);
  const text = useText();
  const versions = list.sheets.filter((each) => each.id === id);
  const current = currentOf(versions);
  // A sheet that is not there yet begins as the general one.
  const [chosen, setChosen] = useState<number>();
  const wanted = chosen ?? versions[0]?.version;
  const shown =
    versions.find(({ version }) => version === wanted) ?? list.sheets.find(({ id: of }) => of === 'general');
  if (!shown) return null;
  const what = m.versionName(shown.version);
  return (
    <>
      <PageHeader
        title={text(shown.document.label)}
        lead={m.sheetsLead}
        above={<Link to="/desk/sheets">{m.sheets}</Link>}
      />
      {versions.length > 0 && (
        <VersionTable
          shown={shown.version}
          onShow={setChosen}
          versions={versions.map((each) => ({
            ...each,
            isCurrent: each.version === current?.version,
            usedBy: <UsedBy sheet={each} />,
          }))}
        />
      )}
      {shown.mayPublish && (
        <div className="mt-6">
          <PublishSheet id={id} version={shown.version} />
        </div>
      )}
      <div className="mt-10">
        {list.mayEdit ? (
          <SheetEditor key={shown.version} id={id} document={shown.document} what={what} onSaved={setChosen} />
        ) : (
          <SheetPreview document={shown.document} />
        )}
      </div>
    </>
  );
}

function UsedBy({ sheet }: { readonly sheet: ListedSheet }) {
  const m = useMessages(templateMessages);
  const text = useText();
  const list = useList();
  const { schemes, panels } = sheet;
  if (schemes.length + panels.length === 0) return <span className="text-ink-2">{m.unused}</span>;
  return (
    <ul className="space-y-1 py-1 text-small">
      {schemes.length > 0 && <li>{m.forSchemes(list(schemes.map((each) => text(each))))}</li>}
      {panels.length > 0 && <li>{m.forPanels(panels.length)}</li>}
      {panels.slice(0, 3).map(({ id, label }) => (
        <li key={id} className="text-ink-2">
          {label}
        </li>
      ))}
    </ul>
  );
}
