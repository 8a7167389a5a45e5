import type { Material } from '@tidu/api/schemes/contract';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { OneMaterial } from './one-material.tsx';
import { useLatestPolicy } from './policy-fields.tsx';
import type { SchemeFormProps } from './scheme-form-props.ts';

/** The materials of a scheme, each main or to follow. */
export function MaterialFields({ scheme, problems, onChange }: SchemeFormProps) {
  const f = useMessages(schemesMessages).field;
  const policy = useLatestPolicy(scheme.policy);
  const { materials } = scheme;
  const set = (next: readonly Material[]): void => onChange({ ...scheme, materials: [...next] });
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  const add = (): void =>
    set([
      ...materials,
      { id: `material-${materials.length + 1}`, label: { 'zh-CN': '', en: '' }, kind: 'main', required: true },
    ]);
  return (
    <Field id="materials" legend label={f.materials} error={errorOf('materials')}>
      <ol className="space-y-4">
        {materials.map((each, i) => (
          <OneMaterial
            // biome-ignore lint/suspicious/noArrayIndexKey: an id is edited in the row itself
            key={i}
            at={i}
            material={each}
            policy={policy}
            errorOf={errorOf}
            onChange={(next) => set(materials.map((one, at) => (at === i ? next : one)))}
            onRemove={() => set(materials.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <div className="mt-3">
        <Button size="dense" onClick={add}>
          {f.addMaterial}
        </Button>
      </div>
    </Field>
  );
}
