import { expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import { fakeClock, waitFor } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import { listApplications } from './policy-applications.js';

const start = Date.parse('2026-01-05T01:00:00.000Z');

it('takes over every case but one that can not be decided, which it names', async () => {
  const escalation = await openTestEscalation(fakeClock(start));
  const { database, parts } = escalation;
  const applier = escalation.policyApplier();
  try {
    const [first, broken, last] = await escalation.openCases(3, start);
    await database.query(
      `update cases set state = replace(state, 'office@1', 'gone@1') where id = $1`,
      [broken],
    );
    const policy = structuredClone(defaultPolicy);
    policy.rules[1]!.clocks[0]!.budget = { unit: 'working-minutes', minutes: 240 };
    const input = { ...policy, version: 2 };
    const by = 'manager';
    await parts.policies.publish({ input, lineOf: () => undefined, by, appliesToOpenCases: true });
    applier.wake();
    const [application] = await waitFor(async () => {
      const found = await listApplications(database);
      return found[0]?.finishedAt ? found : undefined;
    });
    expect(application).toMatchObject({ version: 2, examined: 3, changed: 2 });
    expect(application!.failed).toEqual([
      { caseId: broken, error: expect.stringContaining('gone@1') },
    ]);
    expect(await escalation.state(first!)).toMatchObject({ policyVersion: 2 });
    expect(await escalation.state(last!)).toMatchObject({ policyVersion: 2 });
    expect(await escalation.state(broken!)).toMatchObject({ policyVersion: 1 });
  } finally {
    await applier.onApplicationShutdown();
    await escalation.close();
  }
});
