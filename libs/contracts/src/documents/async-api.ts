import { eventCatalogue } from '../events/catalogue.js';
import { inboundTopics, topics, topicWriters } from '../topics.js';
import { eventJsonSchema } from './json-schema.js';

const channelId = (topic: string) => topic.replaceAll('.', '-');
const messageId = (type: string) => type.replaceAll('.', '_');

/**
 * AsyncAPI 3.0 description of every topic Clearline writes: CloudEvents 1.0 in Kafka binary mode,
 * keyed by case id (by customer id where there is no case).
 */
export function asyncApiDocument(version: string): Record<string, unknown> {
  const messages = Object.fromEntries(
    eventCatalogue.map((definition) => [
      messageId(definition.type),
      {
        name: definition.type,
        title: definition.name,
        contentType: 'application/json',
        headers: { $ref: '#/components/schemas/CloudEventHeaders' },
        payload: {
          schemaFormat: 'application/schema+json;version=draft-2020-12',
          schema: eventJsonSchema(definition),
        },
      },
    ]),
  );
  const channels = Object.fromEntries(
    Object.values(topics).map((topic) => [
      channelId(topic),
      {
        address: topic,
        description: `Written by ${topicWriters[topic]} alone.`,
        messages: Object.fromEntries(
          eventCatalogue
            .filter((definition) => definition.topic === topic)
            .map(({ type }) => [
              messageId(type),
              { $ref: `#/components/messages/${messageId(type)}` },
            ]),
        ),
      },
    ]),
  );
  const operations = Object.fromEntries(
    Object.values(topics).map((topic) => [
      `publish-${channelId(topic)}`,
      { action: 'send', channel: { $ref: `#/channels/${channelId(topic)}` } },
    ]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Clearline events',
      version,
      description: `Other systems publish to ${Object.values(inboundTopics).join(', ')}.`,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels,
    operations,
    components: { messages, schemas: { CloudEventHeaders: cloudEventHeaders } },
  };
}

const text = { type: 'string' };
const cloudEventHeaders = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'],
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
