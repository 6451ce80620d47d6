import type { ZodType } from 'zod';
import { callbackBody, complaintBody, surveyBody } from '#contracts';
import { currentContext, Problem, zodProblem, type Principal } from '#platform';
import {
  findContradictions,
  findTextErrors,
  findTimeErrors,
  type FilingItem,
  type FilingKind,
} from '../domain/filing-item.js';
import { findPhoneErrors } from '../domain/phone.js';
import { canonicalHash } from './canonical-hash.js';
import type { FilingRequest } from './file-requests.js';
import type { Actor, ReadItem } from './filing-work.js';

const schemas: Record<FilingKind, ZodType> = {
  complaint: complaintBody,
  callback: callbackBody,
  survey: surveyBody,
};
export const maximumArrayLength = 1_000;
/** Stands where a body was refused by its schema: it names nothing that could be looked up. */
const unreadItem: FilingItem = { kind: 'survey', body: { kind: 'csat' } };

/** Turns a body, one item or an array, into a filing; a bad item of an array becomes its problem. */
export function readFiling(
  kind: FilingKind,
  body: unknown,
  caller: { actor: Actor; scope: string; key?: string },
  now: number,
): FilingRequest {
  if (Array.isArray(body) && (body.length === 0 || body.length > maximumArrayLength)) {
    throw fieldProblem('', 'array-length', `an array holds 1 to ${maximumArrayLength} items`);
  }
  const items = (Array.isArray(body) ? body : [body]).map((item) => readItem(kind, item, now));
  return {
    items,
    isArray: Array.isArray(body),
    actor: caller.actor,
    headers: eventHeaders(caller.actor),
    ...(caller.key === undefined
      ? {}
      : {
          idempotency: {
            scope: caller.scope,
            key: readKey(caller.key),
            bodyHash: canonicalHash(body),
          },
        }),
  };
}

/** Checks one body: schema, storable text, plausible time. What fits its schema is read, whatever else is wrong with it. */
export function readItem(kind: FilingKind, body: unknown, now: number): ReadItem {
  const parsed = schemas[kind].safeParse(body, { reportInput: true });
  if (!parsed.success) return { item: unreadItem, problem: zodProblem(parsed.error) };
  const item = { kind, body: parsed.data } as FilingItem;
  const errors = [
    ...findTextErrors(item.body),
    ...findTimeErrors(item, now),
    ...findContradictions(item),
    ...findPhoneErrors(phoneOf(item), 'customer.phone'),
  ];
  return errors.length > 0 ? { item, problem: new Problem('validation', { errors }) } : { item };
}

function phoneOf(item: FilingItem): string | undefined {
  if (item.kind !== 'complaint' || !('phone' in item.body.customer)) return undefined;
  return item.body.customer.phone;
}

export function actorOf(principal: Principal): Actor {
  return {
    kind: principal.kind,
    name: principal.username,
    ...(principal.agentId === undefined ? {} : { agentId: principal.agentId }),
  };
}

/** Who and in which trace: the headers every event of this request carries. */
export function eventHeaders(actor: Actor): Record<string, string> {
  const context = currentContext();
  return {
    actor: actor.name,
    ...(context ? { correlationid: context.correlationId, traceparent: context.traceparent } : {}),
  };
}

function readKey(key: string): string {
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw fieldProblem('Idempotency-Key', 'header', 'must be 1 to 255 visible ASCII characters');
}

function fieldProblem(path: string, rule: string, message: string): Problem {
  return new Problem('validation', { errors: [{ path, rule, message }] });
}
