import { desk as deskEn } from '../features/desk/texts.en.js';
import { casePage as casePageEn } from '../features/case/texts.en.js';
import { board as boardEn } from '../features/board/texts.en.js';
import { reports as reportsEn } from '../features/reports/texts.en.js';
import { admin as adminEn } from '../features/admin/texts.en.js';
import { desk as deskZh } from '../features/desk/texts.zh.js';
import { casePage as casePageZh } from '../features/case/texts.zh.js';
import { board as boardZh } from '../features/board/texts.zh.js';
import { reports as reportsZh } from '../features/reports/texts.zh.js';
import { admin as adminZh } from '../features/admin/texts.zh.js';
import { common as commonEn } from './common.en.js';
import { common as commonZh } from './common.zh.js';

/** The same texts in the other language: the compiler finds what is missing or left over. */
export type Translated<T> = {
  [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]>;
};

export const en = {
  common: commonEn,
  desk: deskEn,
  casePage: casePageEn,
  board: boardEn,
  reports: reportsEn,
  admin: adminEn,
};
export const zh: Translated<typeof en> = {
  common: commonZh,
  desk: deskZh,
  casePage: casePageZh,
  board: boardZh,
  reports: reportsZh,
  admin: adminZh,
};

export type MenuLabel = keyof typeof commonEn.menu;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}
