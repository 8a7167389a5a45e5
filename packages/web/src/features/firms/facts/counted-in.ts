import type { FactDef } from '@tidu/rules';
import type { unitMessages } from '../../../messages/unit-messages.ts';

type Words = Pick<(typeof unitMessages)['en'], 'people' | 'months' | 'years' | 'days'>;

/** The unit of what is counted, as it stands behind a figure: 人, 个月, %; amounts have theirs above the section. */
export function countedIn({ unit }: Pick<FactDef, 'unit'>, words: Words): string {
  if (unit === 'ratio') return '%';
  return unit === 'people' || unit === 'months' || unit === 'years' || unit === 'days' ? words[unit]('').trim() : '';
}
