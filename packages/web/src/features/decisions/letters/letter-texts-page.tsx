import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { VersionedRow } from '../../../shared/ui/versioned-row.tsx';
import { OfficialsOnly } from '../../desk/officials-only.tsx';
import { type LetterKind, type ListedTemplate, templatesQuery } from './queries.ts';

export const Route = createLazyRoute('/desk/letter-texts')({ component: LetterTextsPage });

/** Every kind of letter with the text in use. */
function LetterTextsPage() {
  const m = useMessages(templateMessages);
  const { data, isPending, error } = useQuery(templatesQuery);
  const kinds = [...new Set(data?.templates.map(({ kind }) => kind))];
  return (
    <OfficialsOnly>
      <div className="page-width pb-20">
        <PageHeader title={m.letters} lead={m.lettersLead} />
        {isPending && <Skeleton lines={6} />}
        {error && <Notice tone="error">{error.message}</Notice>}
        <ul className="divide-y divide-line border-y border-line">
          {kinds.map((kind) => (
            <KindRow key={kind} kind={kind} versions={data?.templates.filter((each) => each.kind === kind) ?? []} />
          ))}
        </ul>
      </div>
    </OfficialsOnly>
  );
}

function KindRow({ kind, versions }: { readonly kind: LetterKind; readonly versions: readonly ListedTemplate[] }) {
  const m = useMessages(templateMessages);
  const current = versions.find(({ isCurrent }) => isCurrent);
  const letters = versions.reduce((sum, each) => sum + each.letters, 0);
  return (
    <VersionedRow
      link={
        <Link to="/desk/letter-texts/$kind" params={{ kind }} className="text-h3">
          {m.kinds[kind]}
        </Link>
      }
      about={[current?.document.title, m.forLetters(letters)].join(' · ')}
      versions={versions}
      current={current}
    />
  );
}
