import { theme } from 'antd';
import type { ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const storageKey = 'clearline.appearance';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen = appearances.find((one) => one === localStorage.getItem(storageKey)) ?? 'system';

/** Kept on this machine. */
export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance;
  localStorage.setItem(storageKey, appearance);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}

export function useAppearance(): { chosen: Appearance; isDark: boolean } {
  const now = useSyncExternalStore(subscribe, () => chosen);
  const isSystemDark = useSyncExternalStore(subscribe, () => system.matches);
  return { chosen: now, isDark: now === 'dark' || (now === 'system' && isSystemDark) };
}

/** The library's own words about states are too pale to read: 2 to 3.4 to 1 on their grounds. */
const lightTexts = {
  colorTextTertiary: 'rgba(0, 0, 0, 0.65)',
  colorTextPlaceholder: 'rgba(0, 0, 0, 0.57)',
  colorError: '#cf1322',
  colorErrorBg: '#fff2f0',
  colorErrorBorder: '#ffccc7',
  colorWarning: '#8a5300',
  colorWarningBg: '#fffbe6',
  colorWarningBorder: '#ffe58f',
  colorSuccess: '#237804',
  colorSuccessBg: '#f6ffed',
  colorSuccessBorder: '#b7eb8f',
  red7: '#a8071a',
  orange7: '#873800',
  gold7: '#874d00',
  green7: '#237804',
  blue7: '#0958d9',
} as const;
const darkTexts = {
  colorTextTertiary: 'rgba(255, 255, 255, 0.65)',
  colorTextPlaceholder: 'rgba(255, 255, 255, 0.5)',
  colorError: '#ff7875',
  colorErrorBg: '#2c1618',
  colorErrorBorder: '#5b2526',
} as const;

/** Calm colours that keep a contrast of 4.5 to 1 on both grounds, and fonts that every system has for Chinese. */
export const themeOf = (isDark: boolean): ThemeConfig => ({
  algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    ...(isDark ? darkTexts : lightTexts),
    colorPrimary: isDark ? '#3fb8b0' : '#0b6e6e',
    colorLink: isDark ? '#5cc9c1' : '#0a6161',
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
    fontSize: 14,
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
});
