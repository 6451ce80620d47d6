import { EventStore, LogSignal, Peers, Precedence } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { createLogger, HealthRegistry, Metrics, newId, openDatabase } from '#platform';
import { PersonalDataKeys } from '#platform';
import type { Clock } from '#platform';
import { createTestDatabase, testConfig } from '#testing';
import { CaseBatch } from '../src/cases/case-batch.js';
import { createCaseParts } from '../src/cases/case-parts.js';
import { escalationService } from '../src/escalation.service.js';
import { TimerService } from '../src/timers/timer-service.js';

const schema = 'escalation';

/** Escalation's own parts on a real database, without HTTP or deliveries. */
export async function openTestEscalation(clock: Clock, redisUrl?: string) {
  const server = await createTestDatabase();
  const { migrations } = escalationService;
  const database = await openDatabase({
    url: server.url,
    schema,
    migrations,
    applicationName: 'test',
    poolSize: 10,
  });
  const config = testConfig(redisUrl ? { redisUrl } : {});
  const runtime: ServiceRuntime = {
    service: schema,
    config,
    clock,
    logger: createLogger(schema, { level: 'error' }),
    database,
    keys: new PersonalDataKeys({ masterKey: config.masterKey, clock }),
    events: new EventStore({ schema, source: 'urn:clearline:escalation', clock }),
    signal: new LogSignal(),
    precedence: new Precedence(),
    health: new HealthRegistry(),
    peers: new Peers({}),
    together: new Set([schema]),
  };
  const replica = () => createCaseParts(runtime);
  const parts = replica();
  await parts.policies.onModuleInit();

  return {
    database,
    parts,
    /** A timer service as another replica would run it. */
    timerService: () => new TimerService(runtime, replica(), new Metrics()),
    /** Opens cases received a millisecond apart. */
    async openCases(count: number, receivedAt: number): Promise<string[]> {
      const ids = Array.from({ length: count }, () => newId(receivedAt));
      await database.transaction(async (tx) => {
        const batch = await CaseBatch.load(tx, ids, parts);
        ids.forEach((caseId, index) => {
          batch.execute(
            caseId,
            { type: 'open', imported: false, complaint: complaint(caseId, receivedAt + index) },
            receivedAt + index,
          );
        });
        batch.flush(tx);
      });
      return ids;
    },
    async close() {
      await parts.timers.stop();
      await database.close();
      await server.drop();
    },
  };
}

export type TestEscalation = Awaited<ReturnType<typeof openTestEscalation>>;

function complaint(caseId: string, receivedAt: number) {
  return {
    caseId,
    number: caseId,
    customerId: newId(receivedAt),
    priority: 'normal' as const,
    threats: [],
    dimensions: {
      category: 'billing',
      channel: 'phone' as const,
      severity: 'normal' as const,
      tier: 'standard' as const,
    },
    receivedAt,
  };
}
