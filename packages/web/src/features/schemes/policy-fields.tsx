import { useQuery } from '@tanstack/react-query';
import type { PolicyDoc } from '@tidu/rules';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { policyListQuery, policyVersionQuery } from '../policies/queries.ts';
import type { PartFieldsProps } from './scheme-form-props.ts';

/** The version of a policy that came into force last. */
export function useLatestPolicy(id: string): PolicyDoc | undefined {
  const list = useQuery(policyListQuery);
  const latest = list.data?.policies.find((each) => each.id === id)?.versions[0];
  return useQuery({ ...policyVersionQuery(id, latest?.inForceFrom ?? ''), enabled: latest !== undefined }).data?.policy;
}

/** The policy, its pool, and which of its awards and tiers one applies for. */
export function PolicyFields({ scheme, set, errorOf }: PartFieldsProps) {
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
    <div className="space-y-6">
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
    </div>
  );
}
