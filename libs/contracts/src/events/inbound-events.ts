import type { z } from 'zod';
import {
  inboundCallbackBody,
  inboundComplaintBody,
  inboundCustomerBody,
  inboundSurveyBody,
} from '../api/intake-bodies.js';
import { inboundTopics, type InboundTopic, type Topic } from '../topics.js';
import { defineEvent, type EventDefinition } from './define-event.js';

/** What Clearline publishes, or what others publish for it. */
export type AnyEventDefinition = EventDefinition<z.ZodType, Topic | InboundTopic>;

const inbound = <S extends z.ZodType, T extends InboundTopic>(
  name: string,
  topic: T,
  schema: S,
): EventDefinition<S, T> => defineEvent({ name: `inbound.${name}`, version: 1, topic, schema });

/** Bodies of the API as other systems publish them, in plain text: intake seals what is personal. */
export const InboundComplaint = inbound(
  'complaint',
  inboundTopics.complaints,
  inboundComplaintBody,
);
export const InboundCallback = inbound('callback', inboundTopics.callbacks, inboundCallbackBody);
export const InboundSurvey = inbound('survey', inboundTopics.surveys, inboundSurveyBody);
export const InboundCustomer = inbound('customer', inboundTopics.customers, inboundCustomerBody);
