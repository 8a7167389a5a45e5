import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { useDocumentTitle } from '../../../shared/ui/page-header.tsx';
import { OfficialsOnly } from '../../desk/officials-only.tsx';
import { useTextChoices } from '../use-text-choices.ts';
import { ComparisonView } from './comparison-view.tsx';
import { TextSelect } from './text-select.tsx';

export const Route = createLazyRoute('/studio/compare')({ component: ComparePage });

/** Any two texts side by side. */
function ComparePage() {
  const m = useMessages(studioForceMessages);
  const studio = useMessages(studioMessages);
  useDocumentTitle(m.compareTitle);
  return (
    <OfficialsOnly>
      <div className="mx-auto w-full max-w-[100rem] px-[var(--space-page)] pt-6 pb-16">
        <p className="text-small">
          <Link to="/studio">{studio.title}</Link>
        </p>
        <h1 tabIndex={-1} className="mt-1 mb-5 text-h2">
          {m.compareTitle}
        </h1>
        <Compare />
      </div>
    </OfficialsOnly>
  );
}

function Compare() {
  const m = useMessages(studioForceMessages);
  const navigate = useNavigate();
  const { before = '', after = '' } = Route.useSearch();
  const choices = useTextChoices();
  const policyOf = (ref: string) => choices.find((each) => each.ref === ref)?.policyId;
  const policyId = policyOf(before);
  const set = (change: { before?: string; after?: string }): void =>
    void navigate({ to: '/studio/compare', search: { before, after, ...change }, replace: true });
  return (
    <div className="space-y-5">
      <div className="grid gap-4 md:grid-cols-2">
        <TextSelect
          id="before"
          label={m.beforeText}
          value={before}
          choices={choices}
          onChange={(ref) => set({ before: ref, ...(policyOf(ref) === policyOf(after) ? {} : { after: '' }) })}
        />
        <TextSelect
          id="after"
          label={m.afterText}
          value={after}
          choices={choices.filter((each) => policyId === undefined || each.policyId === policyId)}
          onChange={(ref) => set({ after: ref })}
        />
      </div>
      {before && after ? <ComparisonView before={before} after={after} turn={0} /> : <p>{m.chooseTwo}</p>}
    </div>
  );
}
