import type { Command } from 'commander';
import { bootServices } from '#eventing';
import { readPlatformConfig, requireFreePort } from '#platform';
import { openEdge } from '../../../gateway/src/gateway.service.js';
import { CommandFailure } from '../command-failure.js';
import { services } from '../services.js';

const defaultHost = '0.0.0.0';

async function requirePort(port: number, host: string): Promise<void> {
  try {
    await requireFreePort(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandFailure(`port ${port} of ${host} can't be listened on (${code}); set PORT`);
  }
}

/** `clearline serve [service...]`: the named services in this process, against Kafka and PostgreSQL. */
export function addServeCommand(program: Command): void {
  program
    .command('serve [services...]')
    .description(
      `run services on DATABASE_URL and KAFKA_BROKERS: ${services.map(({ name }) => name).join(', ')}`,
    )
    .addHelpText(
      'after',
      '\nPORT, HOST, DATABASE_URL, KAFKA_BROKERS, REDIS_URL and the keys come from the environment: docs/operating.md.\nThe same service may run several times; what each does is shared among them.',
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
      await requirePort(config.port, config.host ?? defaultHost);
      const chosen =
        names.length === 0 ? services : services.filter(({ name }) => names.includes(name));
      const running = await bootServices(
        chosen,
        { ...config, databaseUrl },
        {
          defaultHost,
          access: async (databases) => {
            const gateway = databases.get('gateway');
            return gateway ? openEdge(config, gateway) : {};
          },
        },
      );
      process.stdout.write(`${chosen.map(({ name }) => name).join(', ')}: ${running.url}\n`);
    });
}
