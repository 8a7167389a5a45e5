import type { Text } from '@tidu/rules';
import { splitLast } from '../model/json-path.ts';
import { renameOps } from '../model/rename-id.ts';
import { isJson, type Json } from '../model/shape-of.ts';
import { Labelled } from './field-label.tsx';
import { type FieldProps, useField } from './field-props.ts';
import { LazyInput } from './lazy-input.tsx';
import { SELECT } from './select-class.ts';
import { WordsInput } from './words-input.tsx';

export function TextField(props: FieldProps<'text'>) {
  const { value, spec } = props;
  const { label, id, set, disabled } = useField(props);
  const words = isJson(value) ? (value as Text) : undefined;
  return (
    <WordsInput
      id={id}
      label={label}
      words={words}
      disabled={disabled}
      long={spec.long}
      isMissing={!spec.optional && !words?.['zh-CN']}
      onCommit={(next) => set(next ?? (spec.optional ? undefined : { 'zh-CN': '' }))}
    />
  );
}

export function StringField(props: FieldProps<'string'>) {
  const { value, spec } = props;
  const { label, id, set, disabled } = useField(props);
  return (
    <LazyInput
      id={id}
      label={label}
      value={typeof value === 'string' ? value : ''}
      disabled={disabled}
      long={spec.long}
      onCommit={(next) => set(next === '' && spec.optional ? undefined : next)}
    />
  );
}

const ID = /^[a-z][A-Za-z0-9.-]{0,99}$/;

/** Giving another id changes every place that names it, too. */
export function IdField(props: FieldProps<'id'>) {
  const { value, spec, path, kind } = props;
  const { label, id, m, doc, edit, set, disabled } = useField(props);
  const now = typeof value === 'string' ? value : '';
  if (kind === 'policy') return <FixedField {...(props as unknown as FieldProps<'fixed'>)} />;
  return (
    <LazyInput
      id={id}
      label={label}
      value={now}
      disabled={disabled}
      hint={m.idHint}
      error={now !== '' && !ID.test(now) ? m.idWrong : undefined}
      onCommit={(typed) => {
        const next = typed.trim();
        if (next === '' && spec.optional) set(undefined);
        else if (ID.test(next))
          edit(renameOps(doc as unknown as Json, splitLast(path)[0], next), m.summary.rename(next));
      }}
    />
  );
}

export function DayField(props: FieldProps<'day'>) {
  const { value, spec } = props;
  const { label, id, set, disabled } = useField(props);
  return (
    <div className="max-w-48">
      <LazyInput
        id={id}
        label={label}
        type="date"
        value={typeof value === 'string' ? value : ''}
        disabled={disabled}
        onCommit={(next) => set(next === '' ? (spec.optional ? undefined : value) : next)}
      />
    </div>
  );
}

export function FlagField(props: FieldProps<'flag'>) {
  const { label, id, set, disabled } = useField(props);
  return (
    <label htmlFor={id} className="inline-flex min-h-9 items-center gap-2 text-small">
      <input
        id={id}
        type="checkbox"
        className="size-4 accent-[var(--celadon)]"
        checked={props.value === true}
        disabled={disabled}
        onChange={(event) => set(event.target.checked ? true : undefined)}
      />
      {label}
    </label>
  );
}

export function CostField(props: FieldProps<'cost'>) {
  const { label, id, set, disabled } = useField(props);
  return (
    <LazyInput
      id={id}
      label={label}
      value={typeof props.value === 'number' ? String(props.value) : ''}
      disabled={disabled}
      onCommit={(typed) => {
        const next = Number(typed);
        if (typed.trim() === '') set(undefined);
        else if (Number.isFinite(next)) set(next);
      }}
    />
  );
}

export function WordField(props: FieldProps<'word'>) {
  const { value, spec, kind, group, field } = props;
  const { label, id, words, set, disabled, m } = useField(props);
  return (
    <Labelled label={label} htmlFor={id} of={{ ...props, spec: { ...spec, optional: undefined } as never }}>
      <select
        id={id}
        className={SELECT}
        value={typeof value === 'string' ? value : ''}
        disabled={disabled}
        onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
      >
        {(spec.optional || value === undefined) && <option value="">{m.notSaid}</option>}
        {spec.of.map((each) => (
          <option key={each} value={each}>
            {words.choice(kind, group ?? (field === 'how' ? kind : undefined), each)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function FixedField(props: FieldProps<'fixed'>) {
  const { label, words, kind } = useFixed(props);
  return (
    <p className="text-small text-ink-2">
      {label}
      <span className="ml-2 text-ink">{words.choice(kind, undefined, String(props.value))}</span>
    </p>
  );
}

const useFixed = (props: FieldProps<'fixed'>) => ({ ...useField(props), kind: props.kind });
