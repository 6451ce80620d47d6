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

/** Calm colours that keep a contrast of 4.5 to 1 on both grounds, and fonts that every system has for Chinese. */
export const themeOf = (isDark: boolean): ThemeConfig => ({
  algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: isDark ? '#3fb8b0' : '#0b6e6e',
    colorLink: isDark ? '#5cc9c1' : '#0a6161',
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
    fontSize: 14,
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
});
