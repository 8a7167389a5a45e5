import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { LetterTemplates } from '@tidu/api/decisions/letters/contract';
import { useState } from 'react';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { PublishVersion } from '../../../shared/ui/publish-version.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { VersionTable } from '../../../shared/ui/version-table.tsx';
import { OfficialsOnly } from '../../desk/officials-only.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { type ListedTemplate, templatesPath, templatesQuery } from './queries.ts';

export const Route = createLazyRoute('/desk/letter-texts/$kind')({ component: LetterTextPage });

/** One kind of letter: the versions of its text, the letter it makes, and the way to a new version. */
function LetterTextPage() {
  const m = useMessages(templateMessages);
  const { kind } = Route.useParams();
  const { data, isPending, error } = useQuery(templatesQuery);
  const versions = data?.templates.filter((each) => each.kind === kind) ?? [];
  return (
    <OfficialsOnly>
      <div className="page-width pb-20">
        {versions.length === 0 && (
          <PageHeader title={m.letters} above={<Link to="/desk/letter-texts">{m.back}</Link>} />
        )}
        {isPending && <Skeleton lines={8} />}
        {error && <Notice tone="error">{error.message}</Notice>}
        {data && versions.length === 0 && <EmptyState title={m.failed} />}
        {data && versions.length > 0 && <OneKind key={kind} versions={versions} list={data} />}
      </div>
    </OfficialsOnly>
  );
}

interface OneKindProps {
  readonly versions: readonly ListedTemplate[];
  readonly list: LetterTemplates;
}

function OneKind({ versions, list }: OneKindProps) {
  const m = useMessages(templateMessages);
  const [chosen, setChosen] = useState<number>();
  const shown = versions.find(({ version }) => version === (chosen ?? versions[0]?.version));
  if (!shown) return null;
  return (
    <>
      <PageHeader
        title={m.kinds[shown.kind]}
        lead={m.lettersLead}
        above={<Link to="/desk/letter-texts">{m.letters}</Link>}
      />
      <VersionTable
        shown={shown.version}
        onShow={setChosen}
        versions={versions.map((each) => ({
          ...each,
          usedBy: each.letters > 0 ? m.forLetters(each.letters) : <span className="text-ink-2">{m.unused}</span>,
        }))}
      />
      {shown.mayPublish && (
        <div className="mt-6">
          <Publish template={shown} />
        </div>
      )}
      <div className="mt-10">
        {list.mayEdit ? (
          <LetterEditor
            key={shown.version}
            template={shown}
            placeholders={list.placeholders}
            mayUseCase={list.mayUseCase}
            onSaved={setChosen}
          />
        ) : (
          <LetterPreview kind={shown.kind} document={shown.document} mayUseCase={list.mayUseCase} />
        )}
      </div>
    </>
  );
}

/** Puts a version into use for the letters from now on. */
function Publish({ template: { kind, version } }: { readonly template: ListedTemplate }) {
  const m = useMessages(templateMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const what = m.versionName(version);
  const publish = useMutation({
    mutationFn: () => sendJson('POST', `${templatesPath}/${kind}/${version}/publish`),
    onSuccess: () => show(m.publishDone(what)),
    onSettled: () => client.invalidateQueries(templatesQuery),
  });
  return <PublishVersion what={what} lead={m.publishLetterLead} publish={publish} />;
}
