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

/** The words of tags. The library has each colour under two names and draws the one that comes last. */
function presets(colours: Record<string, string>): ThemeConfig['token'] {
  return Object.fromEntries(
    Object.entries(colours).flatMap(([name, colour]) => [
      [`${name}7`, colour],
      [`${name}-7`, colour],
    ]),
  );
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
  colorInfo: '#0958d9',
  colorInfoBg: '#e6f4ff',
  colorInfoBorder: '#91caff',
  colorSuccess: '#237804',
  colorSuccessBg: '#f6ffed',
  colorSuccessBorder: '#b7eb8f',
  ...presets({ red: '#a8071a', volcano: '#871400', orange: '#873800', gold: '#874d00' }),
  ...presets({ green: '#237804', blue: '#0958d9', magenta: '#9e1068' }),
} as const;
const darkTexts = {
  colorTextTertiary: 'rgba(255, 255, 255, 0.65)',
  colorTextPlaceholder: 'rgba(255, 255, 255, 0.5)',
  colorError: '#ff7875',
  colorErrorBg: '#2c1618',
  colorInfo: '#69b1ff',
  colorInfoBg: '#111a2c',
  colorInfoBorder: '#15325b',
  colorErrorBorder: '#5b2526',
} as const;

/** What bears the library's colours as variables, for what the console draws itself. */
export const styleName = 'clearline';

const onDarkPrimary = '#03211f';

/** Calm colours that keep a contrast of 4.5 to 1 on both grounds, and fonts that every system has for Chinese. */
export const themeOf = (isDark: boolean): ThemeConfig => ({
  cssVar: { key: styleName },
  // The rules are in the library's style sheet. Writing them as parts are drawn took a quarter of the first load.
  zeroRuntime: true,
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
  // White on the lighter colour that a dark page has would be 3.2 to 1.
  // The numbers of rows that were chosen keep that contrast too.
  components: isDark
    ? {
        Table: { rowSelectedBg: '#10302e', rowSelectedHoverBg: '#153b38' },
        Button: { primaryColor: onDarkPrimary },
        Radio: { buttonSolidCheckedColor: onDarkPrimary },
      }
    : { Table: { rowSelectedBg: '#e8f5f4', rowSelectedHoverBg: '#dcefed' } },
});
