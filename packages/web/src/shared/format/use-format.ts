import { useLocale } from '../../messages/use-messages.tsx';
import { FORMATS, type Format } from './format.ts';

/** The formatter of the language now shown. */
export const useFormat = (): Format => FORMATS[useLocale().locale];
