import type { Kafka } from 'kafkajs';
import type { Logger } from '#platform';
import { quickenLibrary } from './quicken-library.js';

let library: Promise<typeof import('kafkajs')> | undefined;

/** kafkajs, loaded once and on first use: the embedded engine does not pay for it. */
export function kafkaLibrary(): Promise<typeof import('kafkajs')> {
  if (!library) quickenLibrary();
  return (library ??= import('kafkajs'));
}

/** A client whose log goes to ours. */
export async function createKafka(
  brokers: readonly string[],
  clientId: string,
  logger: Logger,
): Promise<Kafka> {
  const { Kafka: KafkaClient, logLevel } = await kafkaLibrary();
  return new KafkaClient({
    brokers: [...brokers],
    clientId,
    logLevel: logLevel.WARN,
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 8 },
    logCreator:
      () =>
      ({ level, namespace, log }) => {
        const entry = { namespace, failure: log['error'] as unknown };
        if (level <= logLevel.ERROR) logger.warn(entry, log.message);
        else logger.debug(entry, log.message);
      },
  });
}
