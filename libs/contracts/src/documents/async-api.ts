import { eventCatalogue, inboundCatalogue } from '../events/catalogue.js';
import type { AnyEventDefinition } from '../events/inbound-events.js';
import { inboundTopics, topics, topicWriters } from '../topics.js';
import { eventSummaries } from './event-summaries.js';
import { eventJsonSchema } from './json-schema.js';

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
        payload: {
          schemaFormat: 'application/schema+json;version=draft-2020-12',
          schema: eventJsonSchema(definition),
        },
      },
    ]),
  );
  const channel = (topic: string, description: string) => [
    channelId(topic),
    { address: topic, description, messages: messagesOf(topic) },
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
  ]) as Record<string, unknown>;
  const operations = Object.fromEntries([
    ...Object.values(topics).map(operation('send')),
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
      messages,
      schemas: {
        CloudEventHeaders: cloudEventHeaders,
        InboundHeaders: { ...cloudEventHeaders, required: [] },
      },
    },
  };
}

function messagesOf(topic: string): Record<string, unknown> {
  const ofTopic = [...eventCatalogue, ...inboundCatalogue].filter((event) => event.topic === topic);
  return Object.fromEntries(
    ofTopic.map(({ type }) => [
      messageId(type),
      { $ref: `#/components/messages/${messageId(type)}` },
    ]),
  );
}

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
    ce_partitionkey: text,
    ce_correlationid: text,
    ce_causationid: text,
    ce_traceparent: text,
  },
};
