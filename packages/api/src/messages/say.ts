import { type Locale, type Message, renderMessage } from '@tidu/rules';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const words: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': zhCN, en };

export type { Locale };

/** The words of a message: those of this package start with `api.` or `cli.`, all others belong to the rules. */
export function say(message: Message, locale: Locale): string {
  const template = words[locale][message.key];
  if (template === undefined) return renderMessage(message, locale);
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => message.args[name] ?? hole);
}

export const message = (key: string, args: Readonly<Record<string, string>> = {}): Message => ({ key, args });

/** The language a reader asks for by `Accept-Language`; Chinese unless English is wanted more. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';');
      const weight = options.map((o) => /^\s*q=([\d.]+)$/.exec(o)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim().toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)\b/.test(tag))
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
