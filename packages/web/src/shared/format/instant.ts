import { useLocale } from '../../messages/use-messages.tsx';

/** Moments are told in the time of the zone, wherever the reader sits. */
const CHINA = 'Asia/Shanghai';
const SHAPE = { dateStyle: 'medium', timeStyle: 'short', timeZone: CHINA } as const;
const FORMATS = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', SHAPE),
  en: new Intl.DateTimeFormat('en-GB', SHAPE),
};

/** An ISO instant in the language of the page: 2026年11月25日 18:05. */
export function useInstant(): (iso: string) => string {
  const { locale } = useLocale();
  return (iso) => FORMATS[locale].format(new Date(iso));
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: CHINA, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day of an instant in the zone, `YYYY-MM-DD`: what happens before eight in the morning is not yesterday's. */
export const dayOfInstant = (iso: string): string => DAY.format(new Date(iso));
