import type { ReactNode } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { MoonIcon, ScreenIcon, SunIcon } from './icons.tsx';
import { THEME_CHOICES, type ThemeChoice, useTheme } from './use-theme.ts';

const ICON: Record<ThemeChoice, ReactNode> = { system: <ScreenIcon />, light: <SunIcon />, dark: <MoonIcon /> };

/** One button that goes round 随系统 → 浅色 → 深色. */
export function ThemeSwitch() {
  const m = useMessages(uiMessages);
  const { theme, setTheme } = useTheme();
  const next = THEME_CHOICES[(THEME_CHOICES.indexOf(theme) + 1) % THEME_CHOICES.length] ?? 'system';
  return (
    <button
      type="button"
      aria-label={m.theme(m.themeNames[theme])}
      title={m.theme(m.themeNames[theme])}
      onClick={() => setTheme(next)}
      className="inline-flex size-9 items-center justify-center rounded-2 text-ink-2 hover:bg-sunken hover:text-ink"
    >
      {ICON[theme]}
    </button>
  );
}
