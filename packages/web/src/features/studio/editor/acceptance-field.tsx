import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { isJson } from '../model/shape-of.ts';
import { type FieldProps, useField } from './field-props.ts';
import { OptionalField } from './optional-field.tsx';

/** Who accepted a clause is shown, never typed: it is given by a click of that person. */
export function AcceptanceField(props: FieldProps<'acceptance'>) {
  const m = useMessages(studioMessages);
  const format = useFormat();
  const { label } = useField(props);
  const { value } = props;
  if (!isJson(value)) return null;
  const on = typeof value.on === 'string' ? format.day(value.on) : '';
  return (
    <p className="text-small">
      <span className="mr-3 text-ink-2">{label}</span>
      {m.acceptedBy(String(value.by ?? ''), on)}
      <OptionalField.Remove {...props} />
    </p>
  );
}
