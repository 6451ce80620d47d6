import type { ClientBase } from 'pg';
import { topicWriters } from '#contracts';
import type { Topic } from '#contracts';
import { services } from '../services.js';

const writerOf = (topic: string) => topicWriters[topic as Topic] as string | undefined;

/**
 * Where publishing starts in the new, empty topics. Data that grew on the embedded engine: behind what every
 * consumer has handled. Data that has been on Kafka, where only the inboxes know what was handled, or with
 * `publishHistory`: at the start of each log; the inboxes absorb what they know.
 */
export async function placeRelays(
  client: ClientBase,
  options: { isOnKafka: boolean; publishHistory: boolean },
): Promise<void> {
  for (const { name: writer } of services.filter(({ writesEvents }) => writesEvents)) {
    const old = await client.query(`delete from "${writer}".relay_checkpoints`);
    const wasOnKafka = (old.rowCount ?? 0) > 0;
    if (!options.isOnKafka || options.publishHistory || wasOnKafka) continue;
    const consumers = services
      .filter(({ subscribes }) => subscribes.some((topic) => writerOf(topic) === writer))
      .map(({ name }) => name);
    const places = consumers.map(
      (consumer) => `
        (select epoch, tx, position from "${consumer}".checkpoints where log = '${writer}'
         union all select 0, '0'::xid8, 0 where not exists (select 1 from "${consumer}".checkpoints where log = '${writer}'))`,
    );
    if (places.length === 0) continue;
    await client.query(
      `insert into "${writer}".relay_checkpoints (name, fence, epoch, tx, position)
       select 'kafka', 0, epoch, tx, position from (${places.join(' union all ')}) places
        order by epoch, tx, position limit 1`,
    );
  }
}
