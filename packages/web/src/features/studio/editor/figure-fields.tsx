import type { PatchOp } from '@tidu/api/studio/contract';
import { BoundInput } from '../figures/bound-input.tsx';
import { FigureInput } from '../figures/figure-input.tsx';
import { join, setOps, splitLast } from '../model/json-path.ts';
import { unitOfField } from '../model/unit-of-field.ts';
import { Labelled } from './field-label.tsx';
import { type FieldProps, useField } from './field-props.ts';

export function NumField(props: FieldProps<'num'>) {
  const { value, spec, owner, listFields } = props;
  const { label, id, doc, set, disabled } = useField(props);
  return (
    <Labelled label={label} htmlFor={id} of={props}>
      <FigureInput
        id={id}
        label={label}
        value={typeof value === 'string' ? value : '0'}
        unit={unitOfField(spec.unit, owner, doc, listFields)}
        disabled={disabled}
        onCommit={set}
      />
    </Labelled>
  );
}

export function IntField(props: FieldProps<'int'>) {
  const { value, spec } = props;
  const { label, id, set, disabled } = useField(props);
  return (
    <Labelled label={label} htmlFor={id} of={props}>
      <FigureInput
        id={id}
        label={label}
        value={typeof value === 'number' ? value : (spec.min ?? 0)}
        unit={spec.unit}
        isWhole
        min={spec.min}
        max={spec.max}
        disabled={disabled}
        onCommit={set}
      />
    </Labelled>
  );
}

/** The two keys of a bound are one answer: the other one goes when one is set. */
export function BoundField(props: FieldProps<'bound'>) {
  const { holder, path, spec, owner, listFields } = props;
  const { label, doc, edit, disabled, m } = useField(props);
  const [at] = splitLast(path);
  const change = (key: 'ge' | 'gt' | undefined, value: string): void => {
    const ops: PatchOp[] = (['ge', 'gt'] as const)
      .filter((each) => each !== key)
      .flatMap((each) => setOps(doc, join(at, each), undefined));
    edit(key ? [...ops, ...setOps(doc, join(at, key), value)] : ops, m.summary.set(label, ''));
  };
  return (
    <BoundInput
      label={label}
      ge={typeof holder.ge === 'string' ? holder.ge : undefined}
      gt={typeof holder.gt === 'string' ? holder.gt : undefined}
      unit={unitOfField(spec.unit, owner, doc, listFields)}
      disabled={disabled}
      onChange={change}
    />
  );
}
