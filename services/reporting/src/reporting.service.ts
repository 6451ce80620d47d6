import { topics } from '#contracts';
import { consumerMigrations } from '#eventing';
import type { ServiceDefinition } from '#eventing';
import { reportingMigrations } from './migrations.js';
import { factScopes } from './projections/fact-batch.js';
import { ReportingModule } from './reporting.module.js';

/** Reporting projects what happened into facts and answers questions about them. */
export const reportingService: ServiceDefinition = {
  name: 'reporting',
  migrations: [...consumerMigrations(), ...reportingMigrations],
  subscribes: [topics.cases, topics.sla, topics.satisfaction, topics.churn],
  writesEvents: false,
  readModels: [
    'case_facts',
    'clock_facts',
    'satisfaction_facts',
    'churn_facts',
    'handling_facts',
    'order_facts',
    'repeat_facts',
    'transfer_facts',
    'unit_facts',
  ],
  module: (runtime) => ReportingModule.register(runtime),
  scopes: () => factScopes,
};
