import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts';
import type { Principal } from '#platform';
import { defaultPolicy } from '#sla';
import type { LadderLevel } from '#sla';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import type { ChainChecks } from '../policies/chain-checks.js';
import { claimMails } from './alert-mail-queue.js';
import type { ClaimedMail } from './alert-mail-queue.js';
import { keepChannel } from './channel-rows.js';
import { isStillOpen } from './notice-mails.js';

const dayMs = 86_400_000;
const clock = fakeClock('2026-01-05T01:00:00.000Z');
const smtpUrl = 'smtp://mail.example:25';
const address = { email: 'somebody@hotline.example', language: 'en', timeZone: 'UTC' } as const;

let escalation: TestEscalation;
let checks: ChainChecks;
let first: ClaimedMail;

const publish = (changes: Partial<LadderLevel>) => {
  const level = { id: 'team', level: 1, audience: 'supervisor', after: { trigger: 0 } } as const;
  const input = {
    ...defaultPolicy,
    ladders: [{ id: 'public', levels: [{ ...level, ...changes }] }],
    triggers: [{ id: 'grave', on: { severity: ['critical'] }, ladder: 'public' }],
  };
  return escalation.parts.policies.publish({ input, lineOf: () => undefined, by: 'manager' });
};
/** What was queued since the last time, whose lease lasts longer than a test. */
const queued = () => claimMails(escalation.database, 9, Date.now());
const rulesOf = ({ notice }: ClaimedMail) =>
  notice?.kind === 'ladder-gaps' ? notice.gaps.map(({ rule }) => rule) : undefined;

beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const { database } = escalation;
  await database.query(
    `insert into agents (id, unit, roles, active) values ('s-001', 'hq', '["supervisor"]', true)`,
  );
  for (const role of ['supervisor', 'manager', 'admin'] satisfies Role[]) {
    const owner: Principal = { sub: `sub-${role}`, username: role, roles: [role], kind: 'user' };
    await database.transaction((tx) => keepChannel(tx, owner, address, Date.now()));
  }
  checks = escalation.chainChecks(smtpUrl);
});
afterAll(() => escalation?.close());

describe('the mails of gaps in the ladders', () => {
  it('go to managers once, however often the same is found', async () => {
    await publish({ unit: 'nowhere' });
    await Promise.all([checks.check(), escalation.chainChecks(smtpUrl).check()]);
    const mails = await queued();
    expect(mails.map(({ channel }) => channel.username)).toEqual(['manager']);
    first = mails[0]!;
    expect(rulesOf(first)).toContain('unknown-unit');
    await checks.check({ isAskedFor: true });
    clock.advance(dayMs);
    await checks.check();
    expect(await queued()).toEqual([]);
    expect(await isStillOpen(escalation.database, first.notice!, first)).toBe(true);
  });

  it('tell only what was not found before', async () => {
    await publish({ unit: 'nowhere', people: ['a-404'] });
    await checks.check({ isAskedFor: true });
    expect((await queued()).map(rulesOf)).toEqual([['unknown-person']]);
  });

  it('are not sent any more once nothing of what they tell is so', async () => {
    await publish({});
    await checks.check({ isAskedFor: true });
    expect(await queued()).toEqual([]);
    expect(await isStillOpen(escalation.database, first.notice!, first)).toBe(false);
  });

  it('tell anew what comes back, and wait nowhere without a mail server', async () => {
    await publish({ unit: 'nowhere' });
    await escalation.chainChecks().check({ isAskedFor: true });
    expect(await queued()).toEqual([]);
    await publish({});
    await checks.check({ isAskedFor: true });
    await queued();
    await publish({ unit: 'nowhere' });
    await checks.check({ isAskedFor: true });
    const [again] = await queued();
    expect(rulesOf(again!)).toContain('unknown-unit');
  });

  it('tell what was found while nobody could be mailed once somebody can', async () => {
    const { database } = escalation;
    await publish({});
    await checks.check({ isAskedFor: true });
    await publish({ unit: 'nowhere' });
    await escalation.chainChecks().check({ isAskedFor: true });
    const managers = `username in ('manager', 'admin')`;
    await database.query(`update alert_channels set roles = '{agent}' where ${managers}`);
    clock.advance(dayMs);
    await checks.check();
    expect(await queued()).toEqual([]);
    await database.query(`update alert_channels set roles = array[username] where ${managers}`);
    await checks.check({ isAskedFor: true });
    const [mail] = await queued();
    expect(rulesOf(mail!)).toContain('unknown-unit');
    await checks.check({ isAskedFor: true });
    expect(await queued()).toEqual([]);
  });
});
