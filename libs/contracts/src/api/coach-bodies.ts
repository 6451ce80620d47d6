import { z } from 'zod';
import { code, isoInstant, severity, threat } from '../primitives.js';

const text = (max: number) => z.string().trim().min(1).max(max);
export const language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof language>;
const bilingual = z.strictObject({ zh: text(400), en: text(400) });

/** Customers an agent meets: 喋喋不休, 古怪, 霸道, 爱争辩. */
export const customerType = z.enum(['talkative', 'odd', 'domineering', 'argumentative']);
export type CustomerType = z.infer<typeof customerType>;
/** How far a complaint reaches: 基本、升级、疑难、重大. */
export const complaintTier = z.enum(['basic', 'escalated', 'difficult', 'major']);
export type ComplaintTier = z.infer<typeof complaintTier>;
/** 1 calm to 5 furious. */
export const emotionLevel = z.number().int().min(1).max(5);

/** A term as people say it; in English whole words, in either language whatever the case of letters. */
const term = { language, term: text(100) };

const phrase = z.strictObject({
  /** Names it in events and reports. */
  id: code,
  language,
  phrase: text(100),
  /** Longer expressions that hold it and are fine. */
  except: z.array(text(100)).max(20).optional(),
  /** What to say instead, in the language of the phrase. */
  advised: text(400),
  why: bilingual,
});

/** What the coach goes by: `PUT /api/v1/coach`. */
export const coachBody = z
  .strictObject({
    phrases: z.array(phrase).max(2_000),
    signs: z.strictObject({
      severity: z.array(z.strictObject({ ...term, severity })).max(2_000),
      emotion: z.array(z.strictObject({ ...term, level: emotionLevel })).max(2_000),
      customerType: z.array(z.strictObject({ ...term, type: customerType })).max(2_000),
    }),
    customerTypes: z
      .array(
        z.strictObject({
          type: customerType,
          name: bilingual,
          hints: z.array(bilingual).min(1).max(10),
        }),
      )
      .length(customerType.options.length),
    complaintTiers: z
      .array(z.strictObject({ tier: complaintTier, name: bilingual, goal: bilingual }))
      .length(complaintTier.options.length),
  })
  .superRefine((body, context) => {
    const once = (path: string, names: readonly string[]) => {
      names.forEach((name, index) => {
        if (names.indexOf(name) === index) return;
        const message = 'it is there already';
        context.addIssue({
          code: 'custom',
          path: [path, index],
          params: { rule: 'unique' },
          message,
        });
      });
    };
    once(
      'phrases',
      body.phrases.map(({ id }) => id),
    );
    once(
      'customerTypes',
      body.customerTypes.map(({ type }) => type),
    );
    once(
      'complaintTiers',
      body.complaintTiers.map(({ tier }) => tier),
    );
  });
export type CoachBody = z.infer<typeof coachBody>;

/** `GET /api/v1/coach`: what is in force, and who put it there. */
export const coachView = z.object({
  version: z.number().int(),
  publishedBy: z.string(),
  publishedAt: isoInstant,
  ...coachBody.shape,
});
export type CoachView = z.infer<typeof coachView>;

/** Query of `PUT /api/v1/coach`. */
export const coachPublishQuery = z.strictObject({
  /** The version in force that the author saw; another one answers 409. */
  expectedVersion: z.coerce.number().int().min(0).optional(),
});
export type CoachPublishQuery = z.infer<typeof coachPublishQuery>;

/** `POST /api/v1/coach/check`: a draft, a note, or what the customer says. It is not stored. */
export const coachCheck = z.strictObject({
  text: z.string().max(20_000),
  /** Terms of one language only; without it of all of them. */
  language: language.optional(),
});

/** A banned phrase at its place in the text, counted in UTF-16 units. */
export const wordingFinding = z.object({
  id: code,
  language,
  phrase: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  advised: z.string(),
  why: bilingual,
});
export type WordingFinding = z.infer<typeof wordingFinding>;

/** What a text shows, and the terms that it rests on; null where it shows nothing. */
const suggestion = <S extends z.ZodType>(value: S) =>
  z.object({ value, because: z.array(z.string()) }).nullable();

export const coachAdvice = z.object({
  version: z.number().int(),
  wording: z.array(wordingFinding),
  severity: suggestion(severity),
  emotionLevel: suggestion(emotionLevel),
  /** What filing or a note would flag by itself. */
  threats: z.array(z.object({ value: threat, because: z.array(z.string()) })),
  customerTypes: z.array(
    z.object({
      type: customerType,
      name: bilingual,
      because: z.array(z.string()),
      hints: z.array(bilingual),
    }),
  ),
});
export type CoachAdvice = z.infer<typeof coachAdvice>;
