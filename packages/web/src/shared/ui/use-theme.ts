import { useEffect, useState } from 'react';
import { keep, recall } from '../device-memory.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const DARK = '(prefers-color-scheme: dark)';

const remembered = (): ThemeChoice => {
  const theme = recall('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

/** Light or dark: follows the system until the reader chooses on this device. /boot.js does the same before first paint. */
export function useTheme(): { readonly theme: ThemeChoice; readonly setTheme: (next: ThemeChoice) => void } {
  const [theme, setTheme] = useState<ThemeChoice>(remembered);
  useEffect(() => {
    const system = window.matchMedia(DARK);
    const apply = (): void => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
  return {
    theme,
    setTheme: (next) => {
      keep('theme', next === 'system' ? undefined : next);
      setTheme(next);
    },
  };
}
