import { topics } from '#contracts';
import { consumerMigrations, eventStoreMigrations } from '#eventing';
import type { ServiceDefinition, ServiceRuntime } from '#eventing';
import { caseBatchScopes } from './cases/case-batch.js';
import { EscalationModule } from './escalation.module.js';
import { escalationMigrations } from './migrations.js';
import { PolicyStore } from './policies/policy-store.js';

// The module and the batches decide under the same policies.
const stores = new WeakMap<ServiceRuntime, PolicyStore>();
function policiesOf(runtime: ServiceRuntime): PolicyStore {
  let store = stores.get(runtime);
  if (!store) stores.set(runtime, (store = new PolicyStore(runtime)));
  return store;
}

/** Escalation owns the cases and their clocks; it writes the topics cases and sla. */
export const escalationService: ServiceDefinition = {
  name: 'escalation',
  migrations: [...eventStoreMigrations(), ...consumerMigrations(), ...escalationMigrations],
  subscribes: [topics.complaints, topics.callbacks, topics.surveys],
  writesEvents: true,
  module: (runtime) => EscalationModule.register(runtime, policiesOf(runtime)),
  scopes: (runtime) => caseBatchScopes(runtime.events, policiesOf(runtime).book),
};
