import type { Logger, PlatformConfig } from '#platform';
import { TopicAnchorage } from '../kafka/topic-anchorage.js';
import { FileAnchorage } from './seal-anchor.js';
import type { SealAnchorage } from './seal-anchor.js';

/** Where an installation keeps its latest seals: in its data folder, and on Kafka in the topic of seals too. */
export function anchoragesOf(
  { engine, dataDir, kafkaBrokers: brokers }: PlatformConfig,
  clientId: string,
  logger: Logger,
): SealAnchorage[] {
  const file = new FileAnchorage(dataDir);
  return engine === 'embedded' ? [file] : [file, new TopicAnchorage({ brokers, clientId, logger })];
}
