import type { Command } from 'commander';
import { bootServices } from '#eventing';
import { readPlatformConfig } from '#platform';
import { openEdge } from '../../../gateway/src/gateway.service.js';
import { CommandFailure } from '../command-failure.js';
import { services } from '../services.js';

/** `clearline serve [service...]`: the named services in this process, against Kafka and PostgreSQL. */
export function addServeCommand(program: Command): void {
  program
    .command('serve [services...]')
    .description(
      `run services on DATABASE_URL and KAFKA_BROKERS: ${services.map(({ name }) => name).join(', ')}`,
    )
    .action(async (names: string[]) => {
      const unknown = names.filter((name) => !services.some((service) => service.name === name));
      if (unknown.length > 0) throw new CommandFailure(`no service ${unknown.join(', ')}`, 2);
      const config = readPlatformConfig();
      const { databaseUrl } = config;
      if (!databaseUrl) {
        throw new CommandFailure(
          'serve needs DATABASE_URL and KAFKA_BROKERS; `npm start` runs the embedded engine',
          2,
        );
      }
      const chosen =
        names.length === 0 ? services : services.filter(({ name }) => names.includes(name));
      const running = await bootServices(
        chosen,
        { ...config, databaseUrl },
        {
          defaultHost: '0.0.0.0',
          access: async (databases) => {
            const gateway = databases.get('gateway');
            return gateway ? openEdge(config, gateway) : {};
          },
        },
      );
      process.stdout.write(`${chosen.map(({ name }) => name).join(', ')}: ${running.url}\n`);
    });
}
