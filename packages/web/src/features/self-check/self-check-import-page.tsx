import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { columnsOf } from '@tidu/rules';
import { useMemo, useState } from 'react';
import { selfCheckImportMessages } from '../../messages/self-check-import-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { PolicyGate } from './form/policy-gate.tsx';
import { FileStep } from './import/file-step.tsx';
import { type Imported, PreviewStep } from './import/preview-step.tsx';
import { TemplateStep } from './import/template-step.tsx';
import type { UnderstoodSheet } from './import/understand-sheet.ts';
import { isEmptyDraft, newDraft } from './model/draft.ts';
import { changeDraft, openAsNew, saveNow } from './model/draft-session.ts';
import { useSelfCheck } from './model/use-self-check.ts';

export const Route = createLazyRoute('/self-check/import')({ component: SelfCheckImportPage });

/** Template, file, preview, and only then the draft. */
function SelfCheckImportPage() {
  const m = useMessages(selfCheckImportMessages);
  const check = useSelfCheck();
  const navigate = useNavigate();
  const { show } = useAnnouncer();
  const { docs } = check.policies;
  const columns = useMemo(() => askedColumns(docs, check.dates), [docs, check.dates]);
  const [sheet, setSheet] = useState<UnderstoodSheet>();
  const hasDraft = !isEmptyDraft(check.draft);
  const takeOver = ({ facts, name, code, intoNew }: Imported): void => {
    const { filing, fiscalYear } = check.draft;
    const dates = { ...(filing ? { filing } : {}), ...(fiscalYear ? { fiscalYear } : {}) };
    const creditCode = code ? { creditCode: code } : {};
    if (intoNew && hasDraft) openAsNew({ ...newDraft(''), ...dates, ...creditCode, name, facts });
    else
      changeDraft((d) => ({ ...d, ...creditCode, name: d.name || name, facts: { ...d.facts, ...facts }, typed: {} }));
    saveNow();
    show(m.done(Object.keys(facts).length));
    void navigate({ to: '/self-check' });
  };
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.title} lead={m.lead} above={<Link to="/self-check">{m.back}</Link>} />
      <PolicyGate policies={check.policies}>
        <div className="space-y-10">
          <TemplateStep columns={columns} />
          <FileStep columns={columns} onRead={setSheet} />
          {sheet && <PreviewStep sheet={sheet} hasDraft={hasDraft} onImport={takeOver} />}
        </div>
      </PolicyGate>
    </div>
  );
}

/** The columns of what a firm is asked; what only the authority can say is left out. */
const askedColumns = (...args: Parameters<typeof columnsOf>) =>
  columnsOf(...args).filter(({ fact, def }) => fact === undefined || def === undefined || def.ask !== undefined);
