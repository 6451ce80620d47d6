/** Every topic, and the one service that writes it. */
export const topics = {
  complaints: 'clearline.complaints',
  callbacks: 'clearline.callbacks',
  surveys: 'clearline.surveys',
  customers: 'clearline.customers',
  organisation: 'clearline.organisation',
  cases: 'clearline.cases',
  sla: 'clearline.sla',
  satisfaction: 'clearline.satisfaction',
  churn: 'clearline.churn',
} as const;
export type Topic = (typeof topics)[keyof typeof topics];

export type WriterService = 'intake' | 'escalation' | 'signals';

export const topicWriters: Record<Topic, WriterService> = {
  'clearline.complaints': 'intake',
  'clearline.callbacks': 'intake',
  'clearline.surveys': 'intake',
  'clearline.customers': 'intake',
  'clearline.organisation': 'intake',
  'clearline.cases': 'escalation',
  'clearline.sla': 'escalation',
  'clearline.satisfaction': 'signals',
  'clearline.churn': 'signals',
};

/** Where other systems publish; intake validates, encrypts and appends what arrives. */
export const inboundTopics = {
  complaints: 'clearline.inbound.complaints',
  callbacks: 'clearline.inbound.callbacks',
  surveys: 'clearline.inbound.surveys',
  customers: 'clearline.inbound.customers',
} as const;
export type InboundTopic = (typeof inboundTopics)[keyof typeof inboundTopics];

export const sealsTopic = 'clearline.seals';
