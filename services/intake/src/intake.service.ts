import { inboundTopics, topics } from '#contracts';
import { consumerMigrations, eventStoreMigrations, type ServiceDefinition } from '#eventing';
import { CaseNumbers } from './filing/case-numbers.js';
import { inboundScopes } from './inbound/inbound-batch.js';
import { IntakeModule } from './intake.module.js';
import { intakeMigrations } from './migrations.js';

/** Intake writes the topics complaints, callbacks, surveys, customers and organisation. */
export const intakeService: ServiceDefinition = {
  name: 'intake',
  migrations: [...eventStoreMigrations(), ...consumerMigrations(), ...intakeMigrations],
  subscribes: [topics.cases],
  inbound: Object.values(inboundTopics),
  writesEvents: true,
  module: (runtime) => IntakeModule.register(runtime),
  scopes: (runtime) => inboundScopes(runtime, new CaseNumbers(runtime.database)),
};
