import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FactsChanged, FirmFacts } from '@tidu/api/firms/facts/contract';
import { useMemo, useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { DataTable } from '../../shared/ui/table.tsx';
import { HeaderNotes } from '../self-check/import/header-notes.tsx';
import { PreviewTables } from '../self-check/import/preview-tables.tsx';
import type { UnderstoodFirm, UnderstoodSheet } from '../self-check/import/understand-sheet.ts';
import { bodyOf } from './facts/changes.ts';
import { useShownValue } from './facts/use-shown-value.ts';
import { planImport } from './import-changes.ts';
import { factsQuery, firmPath } from './queries.ts';

interface ImportPreviewProps {
  readonly firmId: string;
  readonly data: FirmFacts;
  readonly sheet: UnderstoodSheet;
}

/** What the sheet would change, figure by figure, before anything is saved. */
export function ImportPreview({ firmId, data, sheet }: ImportPreviewProps) {
  const m = useMessages(firmsMessages);
  const [at, setAt] = useState('0');
  const chosen = sheet.firms[Number(at)];
  return (
    <section className="space-y-6" aria-live="polite">
      <HeaderNotes sheet={sheet} />
      {sheet.firms.length > 1 && (
        <Select
          id="import-firm"
          label={m.importFirm}
          value={at}
          options={sheet.firms.map(({ firm }, i) => ({ value: String(i), label: firm.name ?? m.importFirmNo(i + 1) }))}
          onChange={(next) => setAt(next ?? '0')}
        />
      )}
      {chosen && <ImportPlanView key={at} firmId={firmId} data={data} chosen={chosen} />}
    </section>
  );
}

type PlanProps = Omit<ImportPreviewProps, 'sheet'> & { readonly chosen: UnderstoodFirm };

function ImportPlanView({ firmId, data, chosen }: PlanProps) {
  const m = useMessages(firmsMessages);
  const text = useText();
  const shownValue = useShownValue();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { show } = useAnnouncer();
  const onFile = useMemo(() => new Map(data.facts.map((fact) => [fact.key, fact])), [data]);
  const plan = planImport(chosen, onFile);
  const apply = useMutation({
    mutationFn: () => sendJson<FactsChanged>('PUT', `${firmPath(firmId)}/facts`, bodyOf(plan.changes, onFile)),
    onSuccess: async ({ changed, current }) => {
      client.setQueryData(factsQuery(firmId).queryKey, current);
      show(m.importDone(changed.length));
      await navigate({ to: '/my/firm/$firmId/facts', params: { firmId } });
    },
  });
  return (
    <div className="space-y-6">
      {plan.unread > 0 && <Notice tone="open">{m.importSkipped(plan.unread)}</Notice>}
      {plan.changed.length === 0 && <Notice>{m.importNone}</Notice>}
      {plan.changed.length > 0 && (
        <DataTable
          caption={m.importChanges(plan.changed.length)}
          rows={plan.changed}
          rowId={({ key }) => key}
          columns={[
            {
              id: 'figure',
              head: m.figure,
              rowHead: true,
              cell: ({ column }) =>
                column.year === undefined ? text(column.label) : m.figureOf(text(column.label), column.year),
            },
            { id: 'before', head: m.before, align: 'right', cell: ({ def, before }) => shownValue(def, before) },
            { id: 'after', head: m.after, align: 'right', cell: ({ def, after }) => <b>{shownValue(def, after)}</b> },
          ]}
        />
      )}
      {plan.same > 0 && <p className="text-ink-2">{m.importSame(plan.same)}</p>}
      {apply.isError && <Notice tone="error">{apply.error.message}</Notice>}
      {plan.changed.length > 0 && (
        <Button look="primary" busy={apply.isPending} onClick={() => apply.mutate()}>
          {m.importApply(plan.changed.length)}
        </Button>
      )}
      <Disclosure summary={m.importRead}>
        <PreviewTables understood={chosen} />
      </Disclosure>
    </div>
  );
}
