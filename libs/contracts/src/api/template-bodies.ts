import { z } from 'zod';
import { messageKind } from '../events/message-events.js';
import { channel, code, isoInstant, uuid } from '../primitives.js';
import { language, wordingFinding } from './coach-bodies.js';

const text = (max: number) => z.string().trim().min(1).max(max);

const template = z.strictObject({
  /** Names it in commands and events. */
  id: code,
  kind: messageKind,
  language,
  name: text(100),
  /** Approved wording; what the writer fills in stands in braces, as `{金额}` or `{amount}`. */
  text: text(20_000),
});

/** What messages are written from: `PUT /api/v1/message-templates`. */
export const templatesBody = z
  .strictObject({ templates: z.array(template).max(1_000) })
  .superRefine(({ templates }, context) => {
    templates.forEach(({ id }, index) => {
      if (templates.findIndex((one) => one.id === id) === index) return;
      context.addIssue({
        code: 'custom',
        path: ['templates', index],
        params: { rule: 'unique' },
        message: 'it is there already',
      });
    });
  });
export type TemplatesBody = z.infer<typeof templatesBody>;

/** `GET /api/v1/message-templates`: what is in force, who put it there, and whether mails can leave. */
export const templatesView = z.object({
  /** Whether a mail server is set up; without one a message by e-mail is refused. */
  sendsMail: z.boolean(),
  version: z.number().int(),
  publishedBy: z.string(),
  publishedAt: isoInstant,
  ...templatesBody.shape,
});
export type TemplatesView = z.infer<typeof templatesView>;

/** Query of `PUT /api/v1/message-templates`. */
export const templatesPublishQuery = z.strictObject({
  /** The version in force that the author saw; another one answers 409. */
  expectedVersion: z.coerce.number().int().min(0).optional(),
});
export type TemplatesPublishQuery = z.infer<typeof templatesPublishQuery>;

const draftVersion = z.number().int().nonnegative();
/** The version that was read, 0 where none is kept: another one is not replaced. Absent: whichever is kept is. */
const expectedDraft = { expectedVersion: draftVersion.optional() };
const written = {
  kind: messageKind,
  channel,
  text: text(20_000),
  to: z.email().max(254).optional(),
  /** Whom of the parties it is for; absent: the customer. */
  partyId: uuid.optional(),
  template: code.optional(),
};

/** `PUT /api/v1/cases/{id}/draft`: what somebody writes to the customer or a party, before it is sent. */
export const draftBody = z.strictObject({ ...written, ...expectedDraft });
export type DraftBody = z.infer<typeof draftBody>;

/** `GET /api/v1/cases/{id}/draft`: one's own; `text` and `to` are null where the customer was erased. */
export const draftView = z.object({
  ...written,
  text: z.string().nullable(),
  to: z.string().nullable().optional(),
  /** Grows whenever it is kept. */
  version: draftVersion,
  savedAt: isoInstant,
});
export type DraftView = z.infer<typeof draftView>;

/** What `PUT /api/v1/cases/{id}/draft` answers: the draft, and what is better said otherwise in it. */
export const draftKeptView = draftView.extend({ wording: z.array(wordingFinding) });
export type DraftKeptView = z.infer<typeof draftKeptView>;

/** `PUT /api/v1/cases/{id}/note-draft`: what somebody writes to their colleagues, before it is a note. */
export const noteDraftBody = z.strictObject({ text: text(20_000), ...expectedDraft });
export type NoteDraftBody = z.infer<typeof noteDraftBody>;

/** `GET /api/v1/cases/{id}/note-draft`: one's own; `text` is null where the customer was erased. */
export const noteDraftView = z.object({
  text: z.string().nullable(),
  version: draftVersion,
  savedAt: isoInstant,
});
export type NoteDraftView = z.infer<typeof noteDraftView>;

/** `DELETE /api/v1/cases/{id}/draft`, `.../note-draft`: the version that was read; absent: whichever is kept. */
export const draftDropQuery = z.strictObject({
  expectedVersion: z.coerce.number().int().nonnegative().optional(),
});
export type DraftDropQuery = z.infer<typeof draftDropQuery>;
