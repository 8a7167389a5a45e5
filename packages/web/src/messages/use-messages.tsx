import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { keep, recall } from '../shared/device-memory.ts';
import type { Catalogue, Locale, SameKeys } from './locale.ts';

/*
 * Own 40 lines rather than a library: measured gzip was i18next + react-i18next 19.0 KB, use-intl 11.5 KB, both over
 * the 8 KB budget; @lingui is 2.5 KB but its keys are not typed and it needs a macro and a compile step. Here a message
 * is a string or a function, so keys, arguments and plurals are checked by the compiler.
 */
interface LocaleChoice {
  readonly locale: Locale;
  readonly setLocale: (next: Locale) => void;
}

const LocaleContext = createContext<LocaleChoice>({ locale: 'zh-CN', setLocale: () => {} });

/** Holds the language of the page: Chinese unless the reader chose English on this device. */
export function LocaleProvider({ children, start }: { readonly children: ReactNode; readonly start?: Locale }) {
  const [locale, setLocale] = useState<Locale>(() => start ?? (recall('locale') === 'en' ? 'en' : 'zh-CN'));
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const choice = useMemo<LocaleChoice>(
    () => ({
      locale,
      setLocale: (next) => {
        keep('locale', next);
        setLocale(next);
      },
    }),
    [locale],
  );
  return <LocaleContext value={choice}>{children}</LocaleContext>;
}

/** The language now shown and the way to change it. */
export const useLocale = (): LocaleChoice => use(LocaleContext);

/** The words of one area: `const m = useMessages(homeMessages); m.title`. */
export function useMessages<T>(catalogue: Catalogue<T>): SameKeys<T> {
  return catalogue[use(LocaleContext).locale] as SameKeys<T>;
}

/** Tells several things one after the other as the page's language does: 甲、乙、丙 or one, two, three. */
export function useList(): (items: readonly string[]) => string {
  const { locale } = use(LocaleContext);
  return useMemo(() => {
    const format = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
    return (items) => format.format(items);
  }, [locale]);
}

/** Reads policy text in the page's language, Chinese when it has no other. */
export function useText(): (text: Readonly<Record<string, string>> | undefined) => string {
  const { locale } = use(LocaleContext);
  return (text) => text?.[locale] ?? text?.['zh-CN'] ?? '';
}
