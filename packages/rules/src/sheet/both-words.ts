import type { Id, Text } from '../policy/document.ts';

/** The names of some fields or choices put together, in both languages. */
export function namesOf(all: readonly { readonly id: Id; readonly label?: Text }[], between: string): Text {
  const inLocale = (locale: string) =>
    all.map(({ id, label }) => label?.[locale] ?? label?.['zh-CN'] ?? id).join(between);
  return { 'zh-CN': inLocale('zh-CN'), en: inLocale('en') };
}

/** Words of a policy as arguments of a message: `{wanted}` in the Chinese text, `{wantedEn}` in the English one. */
export const bothWords = (name: string, words: Text): Readonly<Record<string, string>> => {
  const zh = words['zh-CN'] ?? '';
  return { [name]: zh, [`${name}En`]: words.en ?? zh };
};
