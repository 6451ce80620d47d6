import { eventCatalogue, inboundCatalogue } from '../events/catalogue.js';
import type { AnyEventDefinition } from '../events/inbound-events.js';
import { inboundTopics, topics, topicWriters } from '../topics.js';
import { eventSummaries } from './event-summaries.js';
import { eventJsonSchema } from './json-schema.js';
import { sideMessages, sideTopics } from './side-topics.js';

const channelId = (topic: string) => topic.replaceAll('.', '-');
const isInbound = (event: AnyEventDefinition) => inboundCatalogue.includes(event);
const messageId = (type: string) => type.replaceAll('.', '_');

/**
 * AsyncAPI 3.0 description of every topic: what Clearline writes is CloudEvents 1.0 in Kafka binary mode,
 * keyed by case id (by customer id where there is no case); on the inbound topics headers are optional.
 */
export function asyncApiDocument(version: string): Record<string, unknown> {
  const messages = Object.fromEntries(
    [...eventCatalogue, ...inboundCatalogue].map((definition) => [
      messageId(definition.type),
      {
        name: definition.type,
        title: definition.name,
        summary: eventSummaries[definition.name],
        contentType: 'application/json',
        headers: {
          $ref: `#/components/schemas/${isInbound(definition) ? 'InboundHeaders' : 'CloudEventHeaders'}`,
        },
        bindings: { kafka: { key: recordKey(definition) } },
        payload: {
          schemaFormat: 'application/schema+json;version=draft-2020-12',
          schema: eventJsonSchema(definition),
        },
      },
    ]),
  );
  const channel = (topic: string, description: string, ids = messageIdsOf(topic)) => [
    channelId(topic),
    { address: topic, description, messages: Object.fromEntries(ids.map(reference)) },
  ];
  const operation = (action: 'send' | 'receive') => (topic: string) => [
    `${action === 'send' ? 'publish' : 'consume'}-${channelId(topic)}`,
    { action, channel: { $ref: `#/channels/${channelId(topic)}` } },
  ];
  const channels = Object.fromEntries([
    ...Object.values(topics).map((topic) =>
      channel(topic, `Written by ${topicWriters[topic]} alone.`),
    ),
    ...Object.values(inboundTopics).map((topic) => channel(topic, 'Other systems publish here.')),
    ...sideTopics.map(({ topic, description, message }) => channel(topic, description, [message])),
  ]) as Record<string, unknown>;
  const operations = Object.fromEntries([
    ...Object.values(topics).map(operation('send')),
    ...sideTopics.map(({ topic }) => topic).map(operation('send')),
    ...Object.values(inboundTopics).map(operation('receive')),
  ]) as Record<string, unknown>;
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Clearline events',
      version,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels,
    operations,
    components: {
      messages: { ...messages, ...sideMessages },
      schemas: {
        CloudEventHeaders: cloudEventHeaders,
        InboundHeaders: { ...cloudEventHeaders, required: [] },
      },
    },
  };
}

function messageIdsOf(topic: string): string[] {
  return [...eventCatalogue, ...inboundCatalogue]
    .filter((event) => event.topic === topic)
    .map(({ type }) => messageId(type));
}

/** Other systems may leave it out: intake orders what it reads by itself. */
const recordKey = (definition: AnyEventDefinition) => ({
  type: 'string',
  description: isInbound(definition)
    ? 'Anything; records of one key keep their order'
    : 'The id of the case, or of the customer where there is no case',
});

const reference = (id: string) => [id, { $ref: `#/components/messages/${id}` }] as const;

const text = { type: 'string' };
const cloudEventHeaders = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type'],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: text,
    ce_source: text,
    ce_type: text,
    ce_time: { type: 'string', format: 'date-time' },
    ce_subject: text,
    ce_sequence: { type: 'string', pattern: String.raw`^\d+$` },
    ce_recordedtime: { type: 'string', format: 'date-time' },
    ce_partitionkey: text,
    ce_correlationid: text,
    ce_causationid: text,
    ce_traceparent: text,
  },
};
