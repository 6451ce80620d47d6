import Negotiator from 'negotiator';
import type { ProblemBody } from '../http/problem.js';
import { createTranslator } from './translator.js';
import { sentences } from './zh/sentences.js';
import { words } from './zh/words.js';

/** The languages in which refusals are told; the first when nobody asks for any. */
const languages = ['en', 'zh-CN'] as const;
export type ProblemLanguage = (typeof languages)[number];

/** @param acceptLanguage the header of a request (RFC 9110, 12.5.4); `zh` of any kind is zh-CN */
export function problemLanguage(acceptLanguage: string | undefined): ProblemLanguage {
  if (acceptLanguage === undefined) return 'en';
  // zh-TW, zh-HK and the like match no language that is offered, and their readers read this one.
  const asked = acceptLanguage.replace(/\bzh(-\w+)*/gi, 'zh-CN');
  const negotiator = new Negotiator({ headers: { 'accept-language': asked } });
  return (negotiator.language([...languages]) as ProblemLanguage | undefined) ?? 'en';
}

const inChinese = createTranslator(sentences, words);

/** What of a problem people read; what programs read (`type`, `path`, `rule` and the rest) stays. */
export function translateProblem(body: ProblemBody, language: ProblemLanguage): ProblemBody {
  if (language === 'en') return body;
  return {
    ...body,
    title: inChinese(body.title),
    ...(body.detail === undefined ? {} : { detail: inChinese(body.detail) }),
    ...(body.errors && {
      errors: body.errors.map((error) => ({ ...error, message: inChinese(error.message) })),
    }),
  };
}
