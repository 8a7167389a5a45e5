import type { Material, Words } from '@tidu/api/schemes/contract';
import type { PolicyDoc } from '@tidu/rules';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { WordsFields } from './words-fields.tsx';

interface OneMaterialProps {
  readonly at: number;
  readonly material: Material;
  readonly policy: PolicyDoc | undefined;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (material: Material) => void;
  readonly onRemove: () => void;
}

const NOTHING: Words = { 'zh-CN': '', en: '' };

/** One material: its name, what to look out for, when it is handed in and when it is asked for. */
export function OneMaterial({ at, material, policy, errorOf, onChange, onRemove }: OneMaterialProps) {
  const m = useMessages(schemesMessages);
  const text = useText();
  const f = m.field;
  const { hint, whenFact, ...bare } = material;
  const id = `materials.${at}`;
  const facts = policy?.facts ?? [];
  const isStrange = policy !== undefined && whenFact !== undefined && facts.every((def) => def.id !== whenFact);
  const setHint = (words: Words): void => {
    const { hint: _hint, ...rest } = material;
    onChange(words['zh-CN'] === '' && words.en === '' ? rest : { ...rest, hint: words });
  };
  const setWhen = (fact: string | undefined): void =>
    onChange({ ...bare, ...(hint ? { hint } : {}), ...(fact ? { whenFact: fact } : {}) });
  return (
    <li className="space-y-4 rounded-2 border border-line p-4">
      <WordsFields
        id={`${id}.label`}
        zh={f.materialZh}
        en={f.materialEn}
        words={material.label}
        onChange={(label) => onChange({ ...material, label })}
      />
      <WordsFields id={`${id}.hint`} zh={f.hintZh} en={f.hintEn} words={hint ?? NOTHING} onChange={setHint} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TextInput
          id={`${id}.id`}
          label={f.materialId}
          value={material.id}
          maxLength={60}
          error={errorOf(`${id}.id`)}
          onChange={(next) => onChange({ ...material, id: next })}
        />
        <Select
          id={`${id}.kind`}
          label={f.kind}
          value={material.kind}
          options={[
            { value: 'main', label: m.main },
            { value: 'late', label: m.late },
          ]}
          onChange={(kind) => onChange({ ...material, kind: kind === 'late' ? 'late' : 'main' })}
        />
        <Checkbox
          id={`${id}.required`}
          label={f.required}
          checked={material.required}
          onChange={(required) => onChange({ ...material, required })}
        />
      </div>
      <Select
        id={`${id}.whenFact`}
        label={f.whenFact}
        hint={f.whenFactHint}
        value={whenFact}
        error={errorOf(`${id}.whenFact`)}
        options={[
          // A fact of another policy has to be seen to be taken out.
          ...(isStrange ? [{ value: whenFact, label: f.strangeFact(whenFact) }] : []),
          ...facts.map((def) => ({ value: def.id, label: text(def.label) || def.id })),
        ]}
        onChange={setWhen}
      />
      <div className="text-right">
        <Button size="dense" look="quiet" aria-label={`${f.remove} ${material.label['zh-CN']}`} onClick={onRemove}>
          {f.remove}
        </Button>
      </div>
    </li>
  );
}
