import { topics } from '#contracts';
import { consumerMigrations, eventStoreMigrations } from '#eventing';
import type { ServiceDefinition } from '#eventing';
import { signalScopes } from './churn/signal-batch.js';
import { signalsMigrations } from './migrations.js';
import { SignalsModule } from './signals.module.js';

/** Signals scores what customers say and warns of those who may leave; it writes the topics satisfaction and churn. */
export const signalsService: ServiceDefinition = {
  name: 'signals',
  migrations: [...eventStoreMigrations(), ...consumerMigrations(), ...signalsMigrations],
  subscribes: [topics.complaints, topics.surveys, topics.callbacks, topics.cases, topics.sla],
  writesEvents: true,
  module: (runtime) => SignalsModule.register(runtime),
  scopes: ({ events }) => signalScopes(events),
};
