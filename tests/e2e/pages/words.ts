import { selfCheck as enForm } from '../../../packages/web/src/messages/en/self-check.ts';
import { selfCheckImport as enImport } from '../../../packages/web/src/messages/en/self-check-import.ts';
import { selfCheckResult as enResult } from '../../../packages/web/src/messages/en/self-check-result.ts';
import { shell as enShell } from '../../../packages/web/src/messages/en/shell.ts';
import { ui as enUi } from '../../../packages/web/src/messages/en/ui.ts';
import { selfCheck as zhForm } from '../../../packages/web/src/messages/zh-CN/self-check.ts';
import { selfCheckImport as zhImport } from '../../../packages/web/src/messages/zh-CN/self-check-import.ts';
import { selfCheckResult as zhResult } from '../../../packages/web/src/messages/zh-CN/self-check-result.ts';
import { shell as zhShell } from '../../../packages/web/src/messages/zh-CN/shell.ts';
import { ui as zhUi } from '../../../packages/web/src/messages/zh-CN/ui.ts';

export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** The words on the controls, taken from the messages: a reworded button is no failure. Results are tested by literals. */
export const WORDS = {
  'zh-CN': { form: zhForm, result: zhResult, sheet: zhImport, shell: zhShell, ui: zhUi },
  en: { form: enForm, result: enResult, sheet: enImport, shell: enShell, ui: enUi },
} as const;

export type Words = (typeof WORDS)[Locale];

/** One of two texts written as `[Chinese, English]`. */
export const inLocale = <T>([zh, en]: readonly [T, T], locale: Locale): T => (locale === 'en' ? en : zh);
