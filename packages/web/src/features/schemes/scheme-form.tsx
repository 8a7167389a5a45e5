import type { SchemeDocument } from '@tidu/api/schemes/contract';
import type { ReactNode } from 'react';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { IntegerInput } from '../../shared/ui/integer-input.tsx';
import { BasisFields } from './basis-fields.tsx';
import { DepartmentFields } from './department-fields.tsx';
import { MaterialFields } from './material-fields.tsx';
import { PolicyFields } from './policy-fields.tsx';
import type { SchemeFormProps } from './scheme-form-props.ts';
import { WindowFields } from './window-fields.tsx';
import { WordsFields } from './words-fields.tsx';

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
      <BasisFields scheme={scheme} set={set} />
      <ChoiceGroup
        id="basis"
        label={f.basis}
        value={scheme.basis}
        error={errorOf('basis')}
        choices={(['official', 'derived', 'assumed'] as const).map((basis) => ({
          value: basis,
          label: f.bases[basis],
          hint: f.basisHints[basis],
        }))}
        onChange={(basis) => set({ basis: basis as SchemeDocument['basis'] })}
      />
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
