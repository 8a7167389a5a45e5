import type { Message } from '../policy/diagnostic.ts';
import { changes as enChanges } from './en/changes.ts';
import { checks as enChecks } from './en/checks.ts';
import { diagnostics as enDiagnostics } from './en/diagnostics.ts';
import { pools as enPools } from './en/pools.ts';
import { rules as enRules } from './en/rules.ts';
import { sentences as enSentences } from './en/sentences.ts';
import { sheet as enSheet } from './en/sheet.ts';
import { units as enUnits } from './en/units.ts';
import { verdicts as enVerdicts } from './en/verdicts.ts';
import { changes as zhChanges } from './zh-CN/changes.ts';
import { checks as zhChecks } from './zh-CN/checks.ts';
import { diagnostics as zhDiagnostics } from './zh-CN/diagnostics.ts';
import { pools as zhPools } from './zh-CN/pools.ts';
import { rules as zhRules } from './zh-CN/rules.ts';
import { sentences as zhSentences } from './zh-CN/sentences.ts';
import { sheet as zhSheet } from './zh-CN/sheet.ts';
import { units as zhUnits } from './zh-CN/units.ts';
import { verdicts as zhVerdicts } from './zh-CN/verdicts.ts';

/** The languages the words of this package exist in. */
export type Locale = 'zh-CN' | 'en';

/** Every message of the package by locale; `{name}` is filled from the arguments. */
export const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    ...zhChecks,
    ...zhChanges,
    ...zhDiagnostics,
    ...zhPools,
    ...zhRules,
    ...zhSentences,
    ...zhSheet,
    ...zhUnits,
    ...zhVerdicts,
  },
  en: {
    ...enChanges,
    ...enChecks,
    ...enDiagnostics,
    ...enPools,
    ...enRules,
    ...enSentences,
    ...enSheet,
    ...enUnits,
    ...enVerdicts,
  },
};

/** Whether a key has words in a language. */
export const hasMessage = (key: string, locale: Locale): boolean => messages[locale][key] !== undefined;

/** The words of a message (文案); a key that does not exist is shown as it is, so that it is seen and mended. */
export const renderMessage = (msg: Message, locale: Locale): string => say(msg.key, msg.args, locale);

/** Fills a template; an argument that is missing stays visible as `{name}`. */
export function say(key: string, args: Readonly<Record<string, string>>, locale: Locale): string {
  const template = messages[locale][key];
  if (template === undefined) return key;
  const text = template.replace(/\{(\w+)\}/g, (hole, name: string) => args[name] ?? hole);
  return locale === 'zh-CN' && BUILT.test(key) ? spaced(text) : text;
}

// Only texts put together from parts; a message that quotes what a person typed leaves it as it was typed.
const BUILT = /^(sentence|rule|unit|range|date)\./;

/** Chinese beside Latin letters or figures takes a space (满 10 年); Chinese beside Chinese takes none. */
const spaced = (text: string): string =>
  text
    .replace(/([\u4e00-\u9fff])([A-Za-z0-9−])/g, '$1 $2')
    .replace(/([A-Za-z0-9%])([\u4e00-\u9fff])/g, '$1 $2')
    .replace(/([\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”])/g, '$1');
