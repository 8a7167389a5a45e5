import { useState } from 'react';
import { Button } from '../../../shared/ui/button.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { blank, blankRow } from '../model/blank.ts';
import type { FieldSpec } from '../model/field-spec.ts';
import { type AnyField, useField } from './field-props.ts';
import { KindPicker } from './kind-picker.tsx';

/** What may be said and is not yet. */
export function OptionalField(props: AnyField) {
  const { spec, kind, listFields } = props;
  const { m, label, set, disabled } = useField(props);
  const { doc } = useDraftDesk();
  const [picks, setPicks] = useState(false);
  if (disabled) return null;
  return (
    <>
      <Button
        size="dense"
        look="quiet"
        onClick={() => (spec.t === 'node' ? setPicks(true) : set(firstValue(spec, kind, doc, listFields)))}
      >
        {m.addField(label)}
      </Button>
      {picks && spec.t === 'node' && (
        <KindPicker
          sort={spec.sort}
          title={label}
          onClose={() => setPicks(false)}
          onPick={(picked) => {
            setPicks(false);
            set(blank(picked, doc, listFields));
          }}
        />
      )}
    </>
  );
}

function firstValue(
  spec: FieldSpec,
  kind: string,
  doc: Parameters<typeof blank>[1],
  listFields: AnyField['listFields'],
): unknown {
  switch (spec.t) {
    case 'num':
      return '0';
    case 'int':
      return Math.max(1, spec.min ?? 0);
    case 'group':
      return blankRow(spec.fields, kind, doc, listFields);
    case 'rows':
      return [blankRow(spec.fields, kind, doc, listFields)];
    case 'parts':
      return [blank(spec.kind, doc, listFields)];
    case 'texts':
      return [{ 'zh-CN': '' }];
    case 'shares':
      return {};
    default:
      return [];
  }
}

function RemoveField(props: AnyField) {
  const { m, label, set, disabled } = useField(props);
  if (!props.spec.optional || props.value === undefined || disabled) return null;
  return (
    <button
      type="button"
      aria-label={m.removeNamed(label)}
      title={m.remove}
      onClick={() => set(undefined)}
      className="ml-2 inline-flex size-6 items-center justify-center rounded-1 text-ink-3 hover:bg-sunken hover:text-celadon"
    >
      ×
    </button>
  );
}

OptionalField.Remove = RemoveField;
