import { en } from './explain-texts-en.js';
import { zhCn } from './explain-texts-zh.js';
import type { ExplainLanguage, ExplainTexts } from './explain-texts.js';

/** The texts of explanations by language. */
export const explainTexts: Readonly<Record<ExplainLanguage, ExplainTexts>> = {
  'zh-CN': zhCn,
  en,
};
