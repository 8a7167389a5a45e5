import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { FirmFacts } from '@tidu/api/firms/facts/contract';
import { columnsOf } from '@tidu/rules';
import { useMemo, useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { localDay } from '../../shared/format/calendar-day.ts';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { PolicyGate } from '../self-check/form/policy-gate.tsx';
import { FileStep } from '../self-check/import/file-step.tsx';
import { TemplateStep } from '../self-check/import/template-step.tsx';
import type { UnderstoodSheet } from '../self-check/import/understand-sheet.ts';
import { usePoliciesInForce } from '../self-check/model/use-policies-in-force.ts';
import { FirmFrame } from './firm-frame.tsx';
import { ImportPreview } from './import-preview.tsx';
import { factsQuery } from './queries.ts';

export const Route = createLazyRoute('/my/firm/$firmId/import')({ component: ImportPage });

function ImportPage() {
  const { firmId } = Route.useParams();
  const m = useMessages(firmsMessages);
  const facts = useQuery(factsQuery(firmId));
  return (
    <FirmFrame firmId={firmId} tab="facts" lead={m.importLead}>
      {() => (
        <>
          <p className="mb-6">
            <Link to="/my/firm/$firmId/facts" params={{ firmId }}>
              {m.importBack}
            </Link>
          </p>
          {facts.isPending && <Skeleton lines={6} />}
          {facts.isError && <Notice tone="error">{facts.error.message}</Notice>}
          {facts.data && <ImportSteps firmId={firmId} data={facts.data} />}
        </>
      )}
    </FirmFrame>
  );
}

/** Template, file, what would change, and only then the figures of the firm. */
function ImportSteps({ firmId, data }: { readonly firmId: string; readonly data: FirmFacts }) {
  const [today] = useState(() => localDay(new Date()));
  const dates = useMemo(() => ({ filing: today, decision: today }), [today]);
  const policies = usePoliciesInForce(dates);
  const [sheet, setSheet] = useState<UnderstoodSheet>();
  const columns = useMemo(
    // What only the authority can say, and what a person judges, is not for the firm to fill in.
    () => columnsOf(policies.docs, dates).filter(({ fact, def }) => fact === undefined || def?.ask !== undefined),
    [policies.docs, dates],
  );
  return (
    <PolicyGate policies={policies}>
      <div className="space-y-10">
        <TemplateStep columns={columns} />
        <FileStep columns={columns} onRead={setSheet} />
        {sheet && <ImportPreview firmId={firmId} data={data} sheet={sheet} />}
      </div>
    </PolicyGate>
  );
}
