import { useLocale } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';

interface Sum {
  readonly lo: string;
  readonly hi: string;
}

const STEP = {
  'zh-CN': { size: 1e4, write: (n: string) => `${n} 万元` },
  en: { size: 1e6, write: (n: string) => `CNY ${n} million` },
};

/**
 * Sums over many firms, in one unit and to two places: what matters is how they compare. Amounts of one firm are never
 * written so. `INF` ends stay in words.
 */
export function useSum(): { readonly range: (sum: Sum) => string; readonly one: (amount: string) => string } {
  const format = useFormat();
  const { locale } = useLocale();
  const { size, write } = STEP[locale];
  const plain = (amount: string): string =>
    (Number(amount) / size).toLocaleString('en-US', { maximumFractionDigits: 2 });
  const isSmall = (amount: string): boolean => Math.abs(Number(amount)) < size;
  const one = (amount: string): string => (isSmall(amount) ? format.money(amount) : write(plain(amount)));
  const range = (sum: Sum): string => {
    const { lo, hi } = sum;
    if (lo === hi) return one(lo);
    const isOpen = !Number.isFinite(Number(lo)) || !Number.isFinite(Number(hi));
    return isOpen || isSmall(hi) ? format.range(sum, 'CNY') : write(`${plain(lo)}–${plain(hi)}`);
  };
  return { range, one };
}
