import { topics } from '#contracts';
import { consumerMigrations, eventStoreMigrations } from '#eventing';
import type { ServiceDefinition } from '#eventing';
import { SignalsModule } from './signals.module.js';

/** Signals scores what customers say; it writes the topic satisfaction. */
export const signalsService: ServiceDefinition = {
  name: 'signals',
  migrations: [...eventStoreMigrations(), ...consumerMigrations()],
  subscribes: [topics.surveys, topics.callbacks],
  writesEvents: true,
  module: (runtime) => SignalsModule.register(runtime),
};
