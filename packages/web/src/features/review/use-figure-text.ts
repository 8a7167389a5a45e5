import type { CaseFigure } from '@tidu/api/review/cases/contract';
import type { Unit } from '@tidu/rules';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';

/** A figure in the reader's words. */
export function useFigureText(): (figure: Pick<CaseFigure, 'value' | 'words' | 'unit' | 'type'>) => string {
  const m = useMessages(reviewMessages);
  const text = useText();
  const format = useFormat();
  return ({ value, words, unit, type }) => {
    if (words) return text(words);
    if (value === 'true' || value === 'false') return value === 'true' ? m.yes : m.no;
    if (type === 'date') return format.day(value);
    if (type === 'list') return m.records(value);
    if (type === 'enum') return value;
    return format.measured(value, (unit ?? 'none') as Unit);
  };
}
