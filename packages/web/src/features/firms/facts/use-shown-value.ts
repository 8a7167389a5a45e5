import type { FactDef, ListItem } from '@tidu/rules';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Figure } from './changes.ts';

/** A figure as words: with its unit, a day in full, a word by its label. */
export function useShownValue(): (def: FactDef | undefined, figure: Figure) => string {
  const m = useMessages(firmsMessages);
  const text = useText();
  const format = useFormat();
  return (def, figure) => {
    if (figure.state === 'empty') return m.notFilled;
    if (figure.state !== 'known') return figure.state === 'unknown' ? m.unknown : m.notApplicable;
    const { value } = figure;
    if (typeof value === 'boolean') return value ? m.yes : m.no;
    if (typeof value !== 'string') return m.records(Array.isArray(value) ? (value as readonly ListItem[]).length : 0);
    const word = def?.domain?.values?.find(({ id }) => id === value);
    if (word) return text(word.label);
    if (def?.type === 'date') return format.day(value);
    return format.measured(value, def?.unit ?? (def?.type === 'money' ? 'CNY' : 'none'));
  };
}
