import type { Material } from '@tidu/api/schemes/contract';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import type { SchemeFormProps } from './scheme-form-props.ts';
import { WordsFields } from './words-fields.tsx';

/** The materials of a scheme, each main or to follow. */
export function MaterialFields({ scheme, problems, onChange }: SchemeFormProps) {
  const m = useMessages(schemesMessages);
  const f = m.field;
  const { materials } = scheme;
  const set = (next: readonly Material[]): void => onChange({ ...scheme, materials: [...next] });
  const change = (at: number, part: Partial<Material>): void =>
    set(materials.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const add = (): void =>
    set([
      ...materials,
      { id: `material-${materials.length + 1}`, label: { 'zh-CN': '', en: '' }, kind: 'main', required: true },
    ]);
  return (
    <Field
      id="materials"
      legend
      label={f.materials}
      error={problems.find(({ field }) => field === 'materials')?.message}
    >
      <ol className="space-y-4">
        {materials.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an id is edited in the row itself
          <li key={i} className="space-y-4 rounded-2 border border-line p-4">
            <WordsFields
              id={`materials.${i}.label`}
              zh={f.materialZh}
              en={f.materialEn}
              words={each.label}
              onChange={(label) => change(i, { label })}
            />
            <div className="grid items-end gap-4 sm:grid-cols-3">
              <TextInput
                id={`materials.${i}.id`}
                label={f.materialId}
                value={each.id}
                maxLength={60}
                onChange={(id) => change(i, { id })}
              />
              <Select
                id={`materials.${i}.kind`}
                label={f.kind}
                value={each.kind}
                options={[
                  { value: 'main', label: m.main },
                  { value: 'late', label: m.late },
                ]}
                onChange={(kind) => change(i, { kind: kind === 'late' ? 'late' : 'main' })}
              />
              <Checkbox
                id={`materials.${i}.required`}
                label={f.required}
                checked={each.required}
                onChange={(required) => change(i, { required })}
              />
            </div>
            <div className="text-right">
              <Button
                size="dense"
                look="quiet"
                aria-label={`${f.remove} ${each.label['zh-CN']}`}
                onClick={() => set(materials.filter((_, at) => at !== i))}
              >
                {f.remove}
              </Button>
            </div>
          </li>
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
