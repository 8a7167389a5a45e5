import type { StoredCase, WorkedCase } from '@tidu/api/studio/cases/contract';
import { useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { chinaDay } from '../china-day.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { CaseFact } from './case-fact.tsx';
import { useCaseChange } from './use-case-change.ts';

const NONE = '-none';

const emptyCase = (decision: string): WorkedCase => ({
  name: '',
  facts: {},
  dates: { decision },
  expect: { best: null },
});

/** One case by hand: a firm, a day, and what must come out. */
export function CaseDialog({
  stored,
  onClose,
}: {
  readonly stored: StoredCase | undefined;
  readonly onClose: () => void;
}) {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  const { draft, doc, mayEdit } = useDraftDesk();
  const today = chinaDay(new Date());
  const from = doc.inForce?.from ?? today;
  const [value, setValue] = useState<WorkedCase>(stored?.case ?? emptyCase([from, today].sort().at(-1) ?? today));
  const [find, setFind] = useState('');
  const set = (change: Partial<WorkedCase>): void => setValue((before) => ({ ...before, ...change }));
  const at = `${draftPath(draft.id)}/cases`;
  const save = useCaseChange(
    () => (stored ? sendJson('PUT', `${at}/${stored.id}`, value) : sendJson('POST', at, { cases: [value] })),
    onClose,
  );
  const { best, ...others } = value.expect as { best?: string | null };
  const year = Number((value.dates.fiscalYearEnd ?? `${Number(value.dates.decision.slice(0, 4)) - 1}`).slice(0, 4));
  const facts = doc.facts.filter((fact) => (text(fact.label) + fact.id).includes(find.trim()));
  return (
    <ActDialog
      wide
      title={stored ? m.editCase : m.addCase}
      action={m.saveCase}
      busy={save.isPending}
      error={save.error}
      isReady={mayEdit && value.name.trim() !== ''}
      onConfirm={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput id="name" label={m.caseName} value={value.name} maxLength={200} onChange={(name) => set({ name })} />
        <Select
          id="best"
          label={m.mustBe}
          value={best === null ? NONE : best}
          options={[
            { value: NONE, label: m.noTier },
            ...doc.tiers.map((tier) => ({ value: tier.id, label: text(tier.label) || tier.id })),
          ]}
          onChange={(next) =>
            set({ expect: next === undefined ? others : { ...others, best: next === NONE ? null : next } })
          }
        />
        <DateInput
          id="decision"
          label={m.decisionDay}
          value={value.dates.decision}
          onChange={(decision) => decision && set({ dates: { ...value.dates, decision } })}
        />
        <DateInput
          id="fiscalYearEnd"
          label={m.fiscalYearEnd}
          optional
          value={value.dates.fiscalYearEnd}
          onChange={(fiscalYearEnd) => {
            const { fiscalYearEnd: _, ...dates } = value.dates;
            set({ dates: fiscalYearEnd ? { ...dates, fiscalYearEnd } : dates });
          }}
        />
      </div>
      <fieldset>
        <legend className="text-h3">{m.firm}</legend>
        <p className="text-small text-ink-2">{m.firmHint}</p>
        <input
          type="search"
          className="control my-2 max-w-72"
          aria-label={m.findFact}
          placeholder={m.findFact}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <div className="max-h-[40vh] overflow-auto rounded-2 border border-line">
          {facts.map((fact) => (
            <CaseFact
              key={fact.id}
              fact={fact}
              year={year}
              value={value.facts[fact.id]}
              onChange={(next) => {
                const { [fact.id]: _, ...rest } = value.facts;
                set({ facts: next === undefined ? rest : { ...rest, [fact.id]: next } });
              }}
            />
          ))}
        </div>
      </fieldset>
    </ActDialog>
  );
}
