import { inboundTopics, sealsTopic, topics } from '../topics.js';

const text = { type: 'string' };

/** What is written beside the events: copies of dead letters, and the latest seal of each log. */
export const sideMessages = {
  dead_letter: {
    name: 'dead-letter',
    title: 'A record that could not be handled',
    summary:
      'Value, key and headers as they came; the table of the service that gave it up is the truth',
    headers: {
      type: 'object',
      required: ['service', 'reason'],
      properties: { service: text, reason: text },
    },
    // Whatever came: it may be no JSON at all.
    payload: {},
  },
  seal: {
    name: 'seal',
    title: 'The latest seal of a log',
    summary: 'Keyed by the service whose log it is; compared by `audit verify`',
    contentType: 'application/json',
    payload: {
      type: 'object',
      required: ['number', 'hash'],
      properties: { number: { type: 'integer', minimum: 1 }, hash: text },
    },
  },
} as const;

interface SideTopic {
  topic: string;
  description: string;
  message: keyof typeof sideMessages;
}

/** Topics that Clearline writes and none of its services handles as events. */
export const sideTopics: readonly SideTopic[] = [
  ...[...Object.values(topics), ...Object.values(inboundTopics)].map((topic) => ({
    topic: `${topic}.dlq`,
    description: `Copies of what consumers of ${topic} gave up.`,
    message: 'dead_letter' as const,
  })),
  { topic: sealsTopic, description: 'Compacted, one partition.', message: 'seal' },
];
