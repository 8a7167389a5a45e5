import { useLocale } from '../../messages/use-messages.tsx';

/** The other language, named in its own words. */
export function LocaleSwitch() {
  const { locale, setLocale } = useLocale();
  const [next, name] = locale === 'en' ? (['zh-CN', '中文'] as const) : (['en', 'English'] as const);
  return (
    <button
      type="button"
      lang={next}
      onClick={() => setLocale(next)}
      className="inline-flex min-h-9 items-center rounded-2 px-3 text-small text-ink-2 hover:bg-sunken hover:text-ink"
    >
      {name}
    </button>
  );
}
