import type { Severity, Threat } from '#contracts';
import { Metrics, newId, openDatabase } from '#platform';
import type { Clock, Principal } from '#platform';
import { createTestDatabase } from '#testing';
import { allCases } from '../src/domain/access/case-access.js';
import { CaseBatch } from '../src/cases/case-batch.js';
import { getCase } from '../src/cases/case-queries.js';
import { executeCommand } from '../src/cases/execute-command.js';
import type { CaseCommand } from '../src/domain/case-command.js';
import { createCaseParts } from '../src/cases/case-parts.js';
import { DutyStore } from '../src/duty/duty-store.js';
import { ChainChecks } from '../src/policies/chain-checks.js';
import { PolicyApplier } from '../src/policies/policy-applier.js';
import { escalationService } from '../src/escalation.service.js';
import { TimerService } from '../src/timers/timer-service.js';
import { schema, testRuntime } from './test-runtime.js';

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
  const runtime = testRuntime(database, clock, redisUrl);
  const replica = () => createCaseParts(runtime);
  const parts = replica();
  await parts.policies.onModuleInit();

  return {
    database,
    logger: runtime.logger,
    parts,
    duty: new DutyStore(runtime),
    url: server.url,
    /** A timer service as another replica would run it. */
    timerService: () => new TimerService(runtime, replica(), new Metrics()),
    policyApplier: () => new PolicyApplier(runtime, parts),
    /** The look at the ladders as another replica would take it, with a mail server where one is named. */
    chainChecks: (smtpUrl?: string) =>
      new ChainChecks(
        { ...runtime, config: { ...runtime.config, smtpUrl } },
        replica().policies,
        new DutyStore(runtime),
      ),
    /** Opens cases received a millisecond apart. */
    async openCases(
      count: number,
      receivedAt: number,
      changes: Partial<ReturnType<typeof complaint>> = {},
    ): Promise<string[]> {
      const ids = Array.from({ length: count }, () => newId(receivedAt));
      await database.transaction(async (tx) => {
        const batch = await CaseBatch.load(tx, ids, parts);
        ids.forEach((caseId, index) => {
          batch.execute(
            caseId,
            {
              ...{ type: 'open', imported: false },
              complaint: { ...complaint(caseId, receivedAt + index), ...changes },
            },
            receivedAt + index,
          );
        });
        batch.flush(tx);
      });
      return ids;
    },
    /** Decides commands on one case in one transaction, at the clock's time. */
    async decide(caseId: string, ...commands: CaseCommand[]): Promise<void> {
      await database.transaction(async (tx) => {
        const batch = await CaseBatch.load(tx, [caseId], parts);
        for (const command of commands) batch.execute(caseId, command, clock.now());
        batch.flush(tx);
      });
    },
    /** A command as the API takes it. */
    command: (caseId: string, name: string, body: object, role: Principal['roles'][number]) => {
      const principal = { username: role, roles: [role] } as Principal;
      return executeCommand(runtime, parts, caseId, name, body, principal, '');
    },
    async state(caseId: string) {
      return (await getCase(database, caseId, allCases)).state;
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
    priority: 'normal' as Severity,
    threats: [] as Threat[],
    dimensions: {
      category: 'billing',
      channel: 'phone' as const,
      severity: 'normal' as const,
      tier: 'standard' as const,
      unit: 'north',
    },
    receivedAt,
  };
}
