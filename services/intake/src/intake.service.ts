import { eventStoreMigrations, type ServiceDefinition } from '#eventing';
import { IntakeModule } from './intake.module.js';
import { intakeMigrations } from './migrations.js';

/** Intake writes the topics complaints, callbacks, surveys, customers and organisation. */
export const intakeService: ServiceDefinition = {
  name: 'intake',
  migrations: [...eventStoreMigrations(), ...intakeMigrations],
  subscribes: [],
  writesEvents: true,
  module: (runtime) => IntakeModule.register(runtime),
};
