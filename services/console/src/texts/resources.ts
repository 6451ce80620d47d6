/** The same texts in the other language: the compiler finds what is missing. */
export type Translated<T> = {
  [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]>;
};

/** What a module exports under `name`, in both languages; each is loaded when it is first wanted. */
function inBoth<Name extends string, T>(
  name: Name,
  en: () => Promise<Record<Name, T>>,
  zh: () => Promise<Record<Name, Translated<NoInfer<T>>>>,
) {
  return {
    en: async () => (await en())[name],
    'zh-CN': async () => (await zh())[name],
  };
}

export const catalogues = {
  common: inBoth(
    'common',
    () => import('./common.en.js'),
    () => import('./common.zh.js'),
  ),
  firstRun: inBoth(
    'firstRun',
    () => import('../app/first-run/texts.en.js'),
    () => import('../app/first-run/texts.zh.js'),
  ),
  password: inBoth(
    'password',
    () => import('../app/password/texts.en.js'),
    () => import('../app/password/texts.zh.js'),
  ),
  sessions: inBoth(
    'sessions',
    () => import('../shared/sessions/texts.en.js'),
    () => import('../shared/sessions/texts.zh.js'),
  ),
  questions: inBoth(
    'questions',
    () => import('../shared/questions/texts.en.js'),
    () => import('../shared/questions/texts.zh.js'),
  ),
  alerts: inBoth(
    'alerts',
    () => import('../shared/alerts/texts.en.js'),
    () => import('../shared/alerts/texts.zh.js'),
  ),
  foretold: inBoth(
    'foretold',
    () => import('../shared/foretold/texts.en.js'),
    () => import('../shared/foretold/texts.zh.js'),
  ),
  desk: inBoth(
    'desk',
    () => import('../features/desk/texts.en.js'),
    () => import('../features/desk/texts.zh.js'),
  ),
  churn: inBoth(
    'churn',
    () => import('../features/desk/churn/texts.en.js'),
    () => import('../features/desk/churn/texts.zh.js'),
  ),
  filing: inBoth(
    'filing',
    () => import('../features/desk/filing/texts.en.js'),
    () => import('../features/desk/filing/texts.zh.js'),
  ),
  casePage: inBoth(
    'casePage',
    () => import('../features/case/texts.en.js'),
    () => import('../features/case/texts.zh.js'),
  ),
  attention: inBoth(
    'attention',
    () => import('../features/board/attention/texts.en.js'),
    () => import('../features/board/attention/texts.zh.js'),
  ),
  board: inBoth(
    'board',
    () => import('../features/board/texts.en.js'),
    () => import('../features/board/texts.zh.js'),
  ),
  /** Of the board, and loaded by those of its screens that show them. */
  rooms: inBoth(
    'rooms',
    () => import('../features/board/rooms.en.js'),
    () => import('../features/board/rooms.zh.js'),
  ),
  reports: inBoth(
    'reports',
    () => import('../features/reports/texts.en.js'),
    () => import('../features/reports/texts.zh.js'),
  ),
  admin: inBoth(
    'admin',
    () => import('../features/admin/texts.en.js'),
    () => import('../features/admin/texts.zh.js'),
  ),
};

export type Namespace = keyof typeof catalogues;
type Loaded = {
  [Name in Namespace]: Awaited<ReturnType<(typeof catalogues)[Name]['en']>>;
};
export type Texts = Omit<Loaded, 'board'> & { board: Loaded['board'] & Loaded['rooms'] };
export type MenuLabel = keyof Texts['common']['menu'];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Texts;
  }
}
