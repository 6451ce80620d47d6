// What `npm run test:mutations` breaks. `from` occurs exactly once in the file; the tests that must fail
// bear the mechanism as a tag in their title.
const src = 'libs/eventing/src';
const embedded = 'clearline-transport.int.spec.ts';

export const mutants = [
  {
    mechanism: 'inbox',
    breaks: 'a repeated event counts as new',
    file: `${src}/consume/inbox.ts`,
    from: 'if (firsts.delete(keyOfArrival(arrival))) fresh.add(arrival);',
    to: 'if (firsts.delete(keyOfArrival(arrival)) || true) fresh.add(arrival);',
    tier: 'int',
    tests: embedded,
  },
  {
    mechanism: 'gap-safe-read',
    breaks: 'rows are read ahead of a transaction that may still append',
    file: `${src}/store/readable-log.ts`,
    from: 'and (e.tx < readable or e.epoch < current_epoch())',
    to: '',
    tier: 'int',
    tests: embedded,
  },
  {
    mechanism: 'gap-safe-read',
    breaks: 'nobody waits for the writers that still run',
    file: `${src}/store/readable-log.ts`,
    from: 'least(ahead, coalesce(oldest, ahead))',
    to: 'ahead',
    tier: 'int',
    tests: 'readable-log.int.spec.ts',
  },
  {
    mechanism: 'epoch',
    breaks: 'transaction ids of an earlier epoch are compared with this cluster',
    file: `${src}/store/readable-log.ts`,
    from: ' or e.epoch < current_epoch()',
    to: '',
    tier: 'int',
    tests: embedded,
  },
  {
    mechanism: 'epoch',
    breaks: 'places are compared without their epoch',
    file: `${src}/store/read-log.ts`,
    from: 'if (a.epoch !== b.epoch) return a.epoch - b.epoch;',
    to: '',
    tier: 'int',
    tests: embedded,
  },
  {
    mechanism: 'parking',
    breaks: 'successors overtake a parked event',
    file: `${src}/consume/batch-processor.ts`,
    from: 'else if (parkedPlaces.has(placeOf(raw))) behind.push(arrival);',
    to: '',
    tier: 'int',
    tests: embedded,
  },
  {
    mechanism: 'parking',
    breaks: 'a successor in the queue is tried before its head',
    file: `${src}/consume/second-chances.ts`,
    from: 'and not exists (select 1 from parked q where q.topic = p.topic and q.key = p.key and q.number < p.number)',
    to: '',
    tier: 'int',
    tests: embedded,
  },
  {
    mechanism: 'lock-order',
    breaks: 'inbox rows are locked in order of arrival',
    file: `${src}/consume/inbox.ts`,
    from: 'order by r.handler, r.source, r.id',
    to: '',
    tier: 'int',
    tests: 'batch-processor.int.spec.ts',
  },
  {
    mechanism: 'checkpoint-after-ack',
    breaks: 'the relay moves its checkpoint before the brokers acknowledge',
    file: `${src}/kafka/kafka-relay.ts`,
    from: `await this.publish(producer, part);`,
    to: `checkpoint.acknowledge(after);
          await checkpoint.follow(fence);
          await checkpoint.settled();
          await this.publish(producer, part);`,
    tier: 'kafka',
    tests: 'kafka-relay.kafka.spec.ts',
  },
  {
    mechanism: 'ack-after-commit',
    breaks: 'offsets are committed before the effects',
    file: `${src}/kafka/kafka-engine.ts`,
    from: 'if (!(await this.deliver(parts))) return false;',
    to: `const early = parts.map(({ topic, partition, next }) => ({ topic, partition, offset: next }));
    keeper.handled(early);
    await keeper.flush();
    if (!(await this.deliver(parts))) return false;`,
    tier: 'kafka',
    tests: 'crashes.kafka.spec.ts',
  },
  {
    mechanism: 'fencing',
    breaks: 'a relay without its lease writes its checkpoint',
    file: `${src}/store/lease.ts`,
    from: 'if (rows.length === 0) throw new LeaseLost',
    to: 'if (rows.length < 0) throw new LeaseLost',
    tier: 'kafka',
    tests: 'kafka-relay.kafka.spec.ts',
  },
];
