import { useQuery } from '@tanstack/react-query';
import type { SchemeDocument } from '@tidu/api/schemes/contract';
import type { PolicyDoc } from '@tidu/rules';
import type { ReactNode } from 'react';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import type { FieldProblem } from '../../shared/ui/error-summary.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { IntegerInput } from '../../shared/ui/integer-input.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { policyListQuery, policyVersionQuery } from '../policies/queries.ts';
import { DepartmentFields } from './department-fields.tsx';
import { MaterialFields } from './material-fields.tsx';
import { WordsFields } from './words-fields.tsx';

export interface SchemeFormProps {
  readonly scheme: SchemeDocument;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (scheme: SchemeDocument) => void;
}

const LIMITS = [
  'intake',
  'correction',
  'review',
  'panel',
  'ranking',
  'decision',
  'publicity',
  'objection',
  'appealWindow',
  'appeal',
  'deferral',
] as const;

/** Every part of a scheme, to be drafted. */
export function SchemeForm({ scheme, problems, onChange }: SchemeFormProps) {
  const m = useMessages(schemesMessages);
  const f = m.field;
  const errorOf = (field: string) => problems.find((each) => each.field === field)?.message;
  const set = (change: Partial<SchemeDocument>): void => onChange({ ...scheme, ...change });
  return (
    <div className="max-w-4xl space-y-10">
      <Group>
        <WordsFields
          id="label"
          zh={f.labelZh}
          en={f.labelEn}
          words={scheme.label}
          onChange={(label) => set({ label })}
        />
        <WordsFields
          id="summary"
          zh={f.summaryZh}
          en={f.summaryEn}
          words={scheme.summary}
          long
          onChange={(summary) => set({ summary })}
        />
        <WordsFields id="who" zh={f.whoZh} en={f.whoEn} words={scheme.who} long onChange={(who) => set({ who })} />
      </Group>
      <PolicyFields scheme={scheme} set={set} errorOf={errorOf} />
      <WindowFields scheme={scheme} set={set} errorOf={errorOf} />
      <MaterialFields scheme={scheme} problems={problems} onChange={onChange} />
      <DepartmentFields scheme={scheme} problems={problems} onChange={onChange} />
      <Field id="limits" legend label={f.limits}>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {LIMITS.map((key) => (
            <IntegerInput
              key={key}
              id={`limits.${key}`}
              label={m.step[key] ?? key}
              value={String(scheme.limits[key])}
              error={errorOf(`limits.${key}`)}
              onChange={(days) => days !== undefined && set({ limits: { ...scheme.limits, [key]: Number(days) } })}
            />
          ))}
        </div>
      </Field>
      <Group>
        <WordsFields
          id="ifLate"
          zh={f.ifLateZh}
          en={f.ifLateEn}
          words={scheme.ifLate}
          long
          onChange={(ifLate) => set({ ifLate })}
        />
        <WordsFields
          id="contact"
          zh={f.contactZh}
          en={f.contactEn}
          words={scheme.contact}
          long
          onChange={(contact) => set({ contact })}
        />
      </Group>
    </div>
  );
}

const Group = ({ children }: { readonly children: ReactNode }) => <div className="space-y-6">{children}</div>;

interface PartFieldsProps {
  readonly scheme: SchemeDocument;
  readonly set: (change: Partial<SchemeDocument>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

function useLatestPolicy(id: string): PolicyDoc | undefined {
  const list = useQuery(policyListQuery);
  const latest = list.data?.policies.find((each) => each.id === id)?.versions[0];
  return useQuery({ ...policyVersionQuery(id, latest?.inForceFrom ?? ''), enabled: latest !== undefined }).data?.policy;
}

function PolicyFields({ scheme, set, errorOf }: PartFieldsProps) {
  const m = useMessages(schemesMessages);
  const text = useText();
  const list = useQuery(policyListQuery);
  const policy = useLatestPolicy(scheme.policy);
  const toggle = (all: readonly string[], id: string, on: boolean) =>
    on ? [...all, id] : all.filter((each) => each !== id);
  const pool = policy?.pools.find(({ id }) => id === scheme.pool);
  const awards = policy?.awards.filter(({ id }) => pool?.awards.includes(id)) ?? [];
  const { pool: _pool, ...withoutPool } = scheme;
  return (
    <Group>
      <Select
        id="policy"
        label={m.field.policy}
        value={scheme.policy}
        error={errorOf('policy')}
        options={(list.data?.policies ?? []).map(({ id, label }) => ({ value: id, label: text(label) }))}
        onChange={(id) => id && set({ ...withoutPool, policy: id, awards: [], tiers: [] })}
      />
      {policy && policy.pools.length > 0 && (
        <Select
          id="pool"
          label={m.field.pool}
          value={scheme.pool}
          error={errorOf('pool')}
          options={policy.pools.map(({ id, label }) => ({ value: id, label: text(label) }))}
          onChange={(id) => set(id ? { pool: id, awards: [] } : { awards: [] })}
        />
      )}
      {awards.length > 0 && (
        <Field id="awards" legend label={m.field.awards} error={errorOf('awards')}>
          {awards.map(({ id, label }) => (
            <Checkbox
              key={id}
              id={`award-${id}`}
              label={text(label)}
              checked={scheme.awards.includes(id)}
              onChange={(on) => set({ awards: toggle(scheme.awards, id, on) })}
            />
          ))}
        </Field>
      )}
      {policy && policy.tiers.length > 0 && (
        <Field id="tiers" legend label={m.field.tiers} error={errorOf('tiers')}>
          {policy.tiers.map(({ id, label }) => (
            <Checkbox
              key={id}
              id={`tier-${id}`}
              label={text(label)}
              checked={scheme.tiers.includes(id)}
              onChange={(on) => set({ tiers: toggle(scheme.tiers, id, on) })}
            />
          ))}
        </Field>
      )}
    </Group>
  );
}

function WindowFields({ scheme, set, errorOf }: PartFieldsProps) {
  const m = useMessages(schemesMessages);
  const f = m.field;
  const { window, panel } = scheme;
  const setPanel = (change: Partial<NonNullable<typeof panel>>): void =>
    set({ panel: { isUsed: false, experts: 5, isBlind: false, ...panel, ...change } });
  return (
    <Group>
      <ChoiceGroup
        id="window"
        label={f.window}
        value={window.kind}
        choices={[
          { value: 'all-year', label: f.allYear },
          { value: 'dates', label: f.dates },
        ]}
        onChange={(kind) =>
          set({ window: kind === 'dates' ? { kind, opensOn: '', closesOn: '' } : { kind: 'all-year' } })
        }
      />
      {window.kind === 'dates' && (
        <div className="grid gap-6 sm:grid-cols-2">
          <DateInput
            id="window.opensOn"
            label={f.opensOn}
            value={window.opensOn}
            error={errorOf('window.opensOn')}
            onChange={(day) => set({ window: { ...window, opensOn: day ?? '' } })}
          />
          <DateInput
            id="window.closesOn"
            label={f.closesOn}
            value={window.closesOn}
            error={errorOf('window.closesOn')}
            onChange={(day) => set({ window: { ...window, closesOn: day ?? '' } })}
          />
        </div>
      )}
      <Checkbox
        id="panel"
        label={f.panel}
        checked={panel?.isUsed ?? false}
        onChange={(isUsed) => setPanel({ isUsed })}
      />
      {panel?.isUsed && (
        <div className="grid gap-6 sm:grid-cols-2">
          <IntegerInput
            id="panel.experts"
            label={f.experts}
            value={String(panel.experts)}
            onChange={(n) => n !== undefined && setPanel({ experts: Number(n) })}
          />
          <Checkbox
            id="panel.isBlind"
            label={f.blind}
            checked={panel.isBlind}
            onChange={(isBlind) => setPanel({ isBlind })}
          />
        </div>
      )}
      <Checkbox id="ranks" label={f.ranks} checked={scheme.ranks} onChange={(ranks) => set({ ranks })} />
      <ChoiceGroup
        id="silence"
        label={f.silence}
        value={scheme.silence}
        choices={[
          { value: 'recorded', label: f.silenceRecorded },
          { value: 'consent', label: f.silenceConsent },
        ]}
        onChange={(silence) => set({ silence: silence as SchemeDocument['silence'] })}
      />
    </Group>
  );
}
