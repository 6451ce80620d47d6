// Deadlines for the timer engines: many armed for later, some falling due evenly from a first instant.
import { EventStore, LogSignal } from '#eventing';
import {
  createClock,
  createLogger,
  HealthRegistry,
  newId,
  openDatabase,
  PersonalDataKeys,
} from '#platform';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { CaseBatch } from '../../dist/services/escalation/src/cases/case-batch.js';
import { createCaseParts } from '../../dist/services/escalation/src/cases/case-parts.js';
import { escalationService } from '../../dist/services/escalation/src/escalation.service.js';
import { TimerService } from '../../dist/services/escalation/src/timers/timer-service.js';

const minute = 60_000;

/** Escalation's own code on a database; what it measures of itself comes back in `lateness` (ms). */
export async function openEscalation(url, redisUrl) {
  const logger = createLogger('bench', { level: 'warn' });
  const database = await openDatabase({
    url,
    schema: 'escalation',
    migrations: escalationService.migrations,
    applicationName: 'bench',
    logger,
  });
  const clock = createClock();
  const masterKey = randomBytes(32);
  const runtime = {
    service: 'escalation',
    config: { engine: redisUrl ? 'distributed' : 'embedded', redisUrl, kafkaBrokers: [] },
    clock,
    logger,
    database,
    keys: new PersonalDataKeys({ masterKey, clock }),
    events: new EventStore({ schema: 'escalation', source: 'urn:clearline:escalation', clock }),
    signal: new LogSignal(),
    health: new HealthRegistry(),
    peers: {},
    sealKey: generateKeyPairSync('ed25519').privateKey,
  };
  const parts = createCaseParts(runtime);
  await parts.policies.onModuleInit();
  const lateness = [];
  const metrics = {
    histogram: () => ({ observe: (seconds) => lateness.push(seconds * 1_000) }),
    counter: () => ({ inc: () => undefined }),
  };
  return {
    database,
    parts,
    lateness,
    timerService: new TimerService(runtime, parts, metrics),
    close: () => database.close(),
  };
}

/** Armed rows without cases: they are never due here, but every claim has to find its way past them. */
export async function armForLater(database, count) {
  const startedAt = performance.now();
  for (let done = 0; done < count; done += 50_000) {
    await database.query(
      `insert into timers (kind, id, due_at, generation, state)
       select 'case', gen_random_uuid(), $1::bigint + (random() * 2592000000)::bigint, 1, 'armed' from generate_series(1, $2::int)`,
      [Date.now() + 24 * 60 * minute, Math.min(50_000, count - done)],
    );
  }
  // Arming a million in seconds leaves work to the server that arming them over weeks does not.
  await database.query('vacuum (analyze) timers');
  await database.query('checkpoint');
  return Math.round(count / ((performance.now() - startedAt) / 1_000));
}

/**
 * Opens critical cases whose first instant (half of 30 minutes to acknowledge) falls due evenly.
 * @returns the ids, in the order of their instants
 */
export async function openCasesDue({ database, parts }, count, perSecond, firstAt) {
  const ids = [];
  for (let from = 0; from < count; from += 500) {
    const chunk = Array.from({ length: Math.min(500, count - from) }, () => newId(Date.now()));
    await database.transaction(async (tx) => {
      const batch = await CaseBatch.load(tx, chunk, parts);
      chunk.forEach((caseId, i) => {
        const receivedAt = firstAt + Math.floor(((from + i) * 1_000) / perSecond) - 15 * minute;
        const complaint = {
          caseId,
          number: caseId,
          customerId: newId(receivedAt),
          priority: 'critical',
          threats: [],
          dimensions: {
            category: 'billing',
            channel: 'phone',
            severity: 'critical',
            tier: 'standard',
          },
          receivedAt,
        };
        batch.execute(caseId, { type: 'open', complaint, imported: false }, receivedAt);
      });
      await batch.flush(tx);
    });
    ids.push(...chunk);
  }
  return ids;
}
