import type { Id, Text } from '@tidu/rules';
import type { Locale } from '../messages/say.ts';

/** The label of one of several named things in a language, else in Chinese, else its id. */
export function labelIn(named: readonly { readonly id: Id; readonly label?: Text }[], id: Id, locale: Locale): string {
  const label = named.find((each) => each.id === id)?.label;
  return label?.[locale] ?? label?.['zh-CN'] ?? id;
}
