import type { Cite, Text } from '@tidu/rules';
import { Button } from '../../../shared/ui/button.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { join } from '../model/json-path.ts';
import { CitesField } from './cites-field.tsx';
import { Labelled } from './field-label.tsx';
import { type FieldProps, useField } from './field-props.ts';
import { PartList } from './part-list.tsx';
import { WordsInput } from './words-input.tsx';

export function PartsField(props: FieldProps<'parts'>) {
  const { value, spec, path } = props;
  const { label } = useField(props);
  return (
    <Labelled label={label} of={props}>
      <PartList path={path} kind={spec.kind} list={Array.isArray(value) ? value : []} />
    </Labelled>
  );
}

export function CitesEditor(props: FieldProps<'cites'>) {
  const { value, spec } = props;
  const { label, id, set, disabled, m } = useField(props);
  const cites = Array.isArray(value) ? (value as readonly Cite[]) : [];
  const first = cites[0];
  return (
    <Disclosure
      summary={m.labelled(label, first ? m.citeShort(first.doc, first.clause ?? '', cites.length) : m.noSource)}
    >
      <CitesField
        id={id}
        cites={cites}
        disabled={disabled}
        onChange={(next) => set(next.length === 0 && spec.optional ? undefined : next)}
      />
    </Disclosure>
  );
}

export function TextsField(props: FieldProps<'texts'>) {
  const { value, path } = props;
  const { label, id, set, edit, disabled, m } = useField(props);
  const texts = Array.isArray(value) ? (value as readonly Text[]) : [];
  return (
    <Labelled label={label} of={props}>
      <ul className="space-y-2">
        {texts.map((words, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text has no name of its own
          <li key={i} className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <WordsInput
                id={`${id}-${i}`}
                label={label}
                hideLabel
                words={words}
                disabled={disabled}
                onCommit={(next) => set(next ? texts.with(i, next) : texts.filter((_, n) => n !== i))}
              />
            </div>
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button
          size="dense"
          look="quiet"
          onClick={() =>
            edit([{ op: 'add', path: join(path, texts.length), value: { 'zh-CN': '' } }], m.summary.add(label))
          }
        >
          {m.addField(label)}
        </Button>
      )}
    </Labelled>
  );
}
