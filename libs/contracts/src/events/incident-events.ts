import { z } from 'zod';
import { caseNumber, dimensions, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };
const incident = { incident: uuid, incidentNumber: caseNumber };
const member = { member: uuid, memberNumber: caseNumber, cases: z.number().int() };

/** What happened to this customer happened to many: the case is answered together with the others. */
export const CaseIncidentJoined = event('incident-joined', z.object({ ...base, ...incident }));

/** The case has another cause after all, and an answer of its own. */
export const CaseIncidentLeft = event('incident-left', z.object({ ...base, ...incident }));

/** Another case belongs to the incident that this case stands for; `cases` belong to it now. */
export const CaseIncidentGrown = event('incident-grown', z.object({ ...base, ...member }));

/** A case no longer belongs to the incident that this case stands for. */
export const CaseIncidentShrunk = event('incident-shrunk', z.object({ ...base, ...member }));
