import { z } from 'zod';
import { code, isoInstant, uuid } from '../primitives.js';
import { transferRefusalReason } from '../reasons.js';
import { expectedVersion, note, reasonFrom, text } from './command-fields.js';
import { orderKind, orderMatter, orderStatus, problemKind } from './order-codes.js';

const units = z
  .array(code)
  .min(1)
  .max(10)
  .refine((all) => new Set(all).size === all.length, { error: 'a unit is named twice' });

/** Commands that ask units for their part of a case while another unit has it. */
export const orderCommandBodies = {
  /** 会办: each unit answers for itself; nobody resolves the case before all have. */
  'co-handle': z.strictObject({
    expectedVersion,
    units,
    matter: orderMatter.optional(),
    dueAt: isoInstant,
    text,
  }),
  /** 督办: the unit that has the case, or the named one, answers to a supervisor by an instant. */
  supervise: z.strictObject({
    expectedVersion,
    unit: code.optional(),
    dueAt: isoInstant,
    text,
  }),
  'answer-order': z.strictObject({ expectedVersion, orderId: uuid, answer: text }),
  'decline-order': z.strictObject({
    expectedVersion,
    orderId: uuid,
    reason: reasonFrom(transferRefusalReason),
    note,
  }),
  'drop-order': z.strictObject({ expectedVersion, orderId: uuid, note }),
  /** `desk` is the unit that supervises the accused; it follows up so many days after the end. */
  'mark-problem': z.strictObject({
    expectedVersion,
    accused: code,
    kind: problemKind.optional(),
    desk: code,
    dueAt: isoInstant,
    followUpDays: z.number().int().min(1).max(365),
    text,
  }),
} as const;

const order = {
  id: uuid,
  kind: orderKind,
  unit: code,
  /** What it is about, where whoever gave it said so. */
  matter: orderMatter.nullable(),
  /** Of an order that a problem item gave, where its kind is known. */
  problemKind: problemKind.nullable(),
  dueAt: isoInstant,
  status: orderStatus,
  endedAt: isoInstant.nullable(),
};

/** `GET /api/v1/cases/{id}/orders`: texts are null where there are none or the customer was erased. */
export const caseOrdersView = z.object({
  problem: z
    .object({
      accused: code,
      kind: problemKind.nullable(),
      desk: code,
      followUpDays: z.number().int(),
      at: isoInstant,
      by: z.string(),
      text: z.string().nullable(),
    })
    .nullable(),
  orders: z.array(
    z.object({
      ...order,
      isLate: z.boolean(),
      at: isoInstant,
      by: z.string(),
      text: z.string().nullable(),
      /** The answer, or why there is none. */
      answer: z.string().nullable(),
      endedBy: z.string().nullable(),
    }),
  ),
});
export type CaseOrdersView = z.infer<typeof caseOrdersView>;

/** `GET /api/v1/orders`: the orders of all cases, the first due first. */
export const orderListQuery = z.strictObject({
  unit: code.optional(),
  kind: orderKind.optional(),
  matter: orderMatter.optional(),
  problemKind: problemKind.optional(),
  status: orderStatus.optional(),
  /** Those that the caller's unit or one beneath it was given; none for whoever is no agent. */
  mine: z.enum(['true', 'false']).optional(),
  cursor: z
    .string()
    .regex(/^\d+_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type OrderListQuery = z.infer<typeof orderListQuery>;

/** An order in a list; its texts are read with its case. */
export const orderView = z.object({ ...order, caseId: uuid, number: z.string() });
export type OrderView = z.infer<typeof orderView>;
