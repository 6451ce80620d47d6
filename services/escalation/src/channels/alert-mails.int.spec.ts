import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '#platform';
import { defaultPolicy } from '#sla';
import type { LadderLevel } from '#sla';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import type { TestEscalation } from '../../test/open-test-escalation.js';
import { alertAccessOf, isForReader } from '../alerts/alert-access.js';
import { deskKey } from '../alerts/alert-names.js';
import { CaseBatch } from '../cases/case-batch.js';
import { gatherMs } from './bundle-mails.js';
import { feedAlertMails } from './alert-mail-feeder.js';
import { claimMails, settleMail, stillToTell } from './alert-mail-queue.js';
import { findChannels, findOwner, keepChannel, listMails } from './channel-rows.js';
import { isStillOpen } from './notice-mails.js';

const clock = fakeClock('2026-01-05T01:00:00.000Z');
const people = {
  office: { agentId: 's-001', roles: ['supervisor'] },
  north: { agentId: 's-101', roles: ['supervisor'] },
  south: { agentId: 's-103', roles: ['supervisor'] },
  direction: { agentId: undefined, roles: ['manager'] },
} as const;
const aWord = { email: 'somebody@hotline.example', language: 'en', timeZone: 'UTC' } as const;

let escalation: TestEscalation;
const channels: Record<string, string> = {};
beforeAll(async () => {
  escalation = await openTestEscalation(clock);
  const { database } = escalation;
  await database.query(`insert into directory (kind, code, parent, active) values ('unit', 'hq', null, true),
    ('unit', 'north', 'hq', true), ('unit', 'south', 'hq', true)`);
  await database.query(`insert into agents (id, unit, active) values ('s-001', 'hq', true), ('s-101', 'north', true),
    ('s-103', 'south', true)`);
  // Raised before anybody asked for mails: it is told to nobody.
  await openCritical(1);
  for (const [username, { agentId, roles }] of Object.entries(people)) {
    const principal: Principal = {
      ...{ sub: `sub-${username}`, username, roles: [...roles], kind: 'user' },
      ...(agentId && { agentId }),
    };
    await database.transaction((tx) => keepChannel(tx, principal, aWord, Date.now()));
    const [channel] = await findChannels(database, { subject: principal.sub });
    channels[username] = channel!.id;
  }
}, 180_000);
afterAll(() => escalation?.close());

const openCritical = (count: number) =>
  escalation.openCases(count, clock.now(), { priority: 'critical' });
const feedAll = async () => {
  while (await feedAlertMails(escalation, escalation.duty));
};
const mailsOf = async (username: string) => {
  const page = await listMails(escalation.database, channels[username]!, { limit: 200 });
  return page.items;
};

describe('the mails of alerts', () => {
  it('hold what was raised at once, fifty at most, each alert once, for whom it is and who sees its case', async () => {
    await openCritical(120);
    await feedAll();
    for (const username of ['office', 'north']) {
      const mails = await mailsOf(username);
      expect(mails.map(({ alertIds }) => alertIds.length).sort()).toEqual([20, 50, 50]);
      expect(new Set(mails.flatMap(({ alertIds }) => alertIds)).size).toBe(120);
    }
    expect(await mailsOf('south')).toEqual([]);
    expect(await mailsOf('direction')).toEqual([]);
  });

  it('gather for a minute what follows a mail, in one that can leave no earlier', async () => {
    const { database } = escalation;
    await database.query(`delete from alert_mails`);
    for (const count of [1, 2, 3]) {
      await escalation.openCases(count, clock.now(), { threats: ['legal'] });
      await feedAll();
    }
    const mails = await mailsOf('office');
    expect(mails.map(({ alertIds }) => alertIds.length)).toEqual([5, 1]);
    const [gathering, first] = mails;
    const waits = Date.parse(gathering!.nextAt!) - Date.parse(first!.createdAt);
    expect(waits).toBe(gatherMs);
    const now = await claimMails(database, 9, Date.now());
    expect(now.map(({ alerts }) => alerts.length)).toEqual([1, 1]);
    await openCritical(1);
    await feedAll();
    expect(await claimMails(database, 9, Date.now())).toHaveLength(2);
  });

  it('leave out what somebody took on and what their reader may not see any more', async () => {
    const { database } = escalation;
    await database.query(`delete from alert_mails`);
    const [taken, moved, left] = (await openCritical(3)) as [string, string, string];
    await feedAll();
    await database.query(`update alerts set acknowledged_at = 1 where case_id = $1`, [taken]);
    await database.query(`update cases set unit = 'south' where id = $1`, [moved]);
    const claimed = await claimMails(database, 9, Date.now());
    const told = await Promise.all(claimed.map((mail) => stillToTell(database, mail)));
    const byUser = claimed.map(({ channel }, index) => [
      channel.username,
      told[index]!.map(({ alert }) => alert.caseId),
    ]);
    expect(Object.fromEntries(byUser)).toEqual({ office: [moved, left], north: [left] });
  });

  it('tell of a desk whom the API would show it: those above it, nobody beneath, and who is of it still', async () => {
    const { database } = escalation;
    await database.query(`delete from alert_mails`);
    await database.query(`insert into directory (kind, code, parent, active)
      values ('unit', 'north-east', 'north', true)`);
    const agents = { above: 'hq', desk: 'north', beneath: 'north-east', aside: 'south' };
    const accounts = Object.entries(agents).map(
      ([username, unit]): Principal & { unit: string } => ({
        ...{ sub: `sub-${username}`, username, unit, agentId: `d-${username}` },
        ...{ roles: ['agent'], kind: 'user' },
      }),
    );
    for (const { unit, ...principal } of accounts) {
      const values = [principal.agentId, unit];
      await database.query(`insert into agents (id, unit, active) values ($1, $2, true)`, values);
      await database.transaction((tx) => keepChannel(tx, principal, aWord, Date.now()));
      const [channel] = await findChannels(database, { subject: principal.sub });
      channels[principal.username] = channel!.id;
    }
    const [id] = (await escalation.openCases(1, clock.now())) as [string];
    const dueAt = clock.now() + 86_400_000;
    const sealed = { keyId: id, ciphertext: 'AAAA' };
    await escalation.decide(id, {
      ...{ type: 'mark-problem', accused: 'a-9', conflicted: [], desk: 'north', followUpDays: 7 },
      ...{ dueAt, text: sealed, by: 's-001' },
    });
    await feedAll();
    const access = await Promise.all(accounts.map((one) => alertAccessOf(database, one)));
    const shown = accounts.filter((_, index) => isForReader(access[index]!, [deskKey('north')]));
    expect(shown.map(({ username }) => username)).toEqual(['above', 'desk']);
    // Who is of the desk is mailed the order that comes with it besides.
    const mails = await Promise.all(
      accounts.map(async ({ username }) =>
        (await mailsOf(username)).map(({ about }) => about).sort(),
      ),
    );
    expect(mails).toEqual([['alerts'], ['alerts', 'order-given'], [], []]);
    await database.query(`update agents set unit = 'north-east' where id = 'd-desk'`);
    const claimed = await claimMails(database, 9, Date.now());
    const told = await Promise.all(claimed.map((mail) => stillToTell(database, mail)));
    const left = claimed.flatMap(({ channel }, index) =>
      told[index]!.length > 0 ? channel.username : [],
    );
    expect(left.sort()).toEqual(['above', 'north', 'office']);
    await database.query(`delete from alert_channels where username = any($1::text[])`, [
      Object.keys(agents),
    ]);
  });

  it('tell a unit of a transfer once, and who had the case that it came back, while that is so', async () => {
    const { database } = escalation;
    await database.query(`delete from alert_mails`);
    const [id] = (await escalation.openCases(1, clock.now())) as [string];
    const told = async () => {
      await feedAll();
      const all = await Promise.all(
        Object.keys(people).map(async (username) => [
          username,
          (await mailsOf(username)).map(({ about }) => about).sort(),
        ]),
      );
      return Object.fromEntries(all) as Record<string, string[]>;
    };
    const nobody = { office: [], north: [], south: [], direction: [] };
    const open = async () => {
      const claimed = await claimMails(database, 9, Date.now());
      const isOpen = await Promise.all(
        claimed.map((mail) => isStillOpen(database, mail.notice!, mail)),
      );
      const now = Date.now();
      for (const mail of claimed) await settleMail(database, mail, 'superseded', now);
      return claimed.flatMap(({ channel, notice }, index) =>
        isOpen[index] ? [{ username: channel.username, notice }] : [],
      );
    };
    const step = { by: 's-101', reason: 'on-site-work' } as const;
    await escalation.decide(id, { type: 'transfer', to: 'south', ...step });
    expect(await told()).toEqual({ ...nobody, south: ['transferred'] });
    const { departments, clocks } = await escalation.state(id);
    const { transferId, clockId } = departments!.route[0]!;
    const { dueAt } = clocks.find((one) => one.clockId === clockId)!;
    const waiting = await database.query<{ notice: object }>(
      `select notice from alert_mails where state = 'waiting'`,
    );
    expect(waiting).toMatchObject([
      { notice: { transferId, number: id, dueAt: new Date(dueAt).toISOString() } },
    ]);
    // Answered before its mail left, the transfer asks nothing any more. Nobody owns the case: its unit hears of it.
    const refusal = { type: 'refuse-transfer', by: 's-103', reason: 'facts-missing' } as const;
    await escalation.decide(id, refusal);
    const refused = { ...nobody, south: ['transferred'], north: ['transfer-refused'] };
    expect(await told()).toEqual(refused);
    expect(await open()).toMatchObject([
      { username: 'north', notice: { reason: 'facts-missing' } },
    ]);
    // Upwards: the unit beneath that asked is not asked itself.
    await escalation.decide(id, { type: 'transfer', to: 'hq', ...step });
    expect(await told()).toEqual({ ...refused, office: ['transferred'] });
    expect(await open()).toMatchObject([{ username: 'office' }]);
    await escalation.decide(
      id,
      { type: 'accept-transfer', owner: 's-001', by: 's-001' },
      { type: 'hand-back', by: 's-001', result: { keyId: id, ciphertext: 'AAAA' } },
    );
    const back = {
      ...{ ...refused, office: ['transferred'] },
      north: ['handed-back', 'transfer-refused'],
    };
    expect(await told()).toEqual(back);
    // What was mailed is not mailed again, and another system's past is no news.
    await database.transaction(async (tx) => {
      const batch = await CaseBatch.load(tx, [id], escalation.parts);
      const moved = { type: 'transfer', to: 'south', ...step } as const;
      batch.execute(id, moved, clock.now(), { imported: true });
      batch.flush(tx);
    });
    expect(await told()).toEqual(back);
  });

  it('tell who was mailed of a transfer that it was taken back, and nobody of one whose mail had not left', async () => {
    const { database } = escalation;
    await database.query(`delete from alert_mails`);
    const [id] = (await escalation.openCases(1, clock.now())) as [string];
    const sent = { type: 'transfer', to: 'south', by: 's-101', reason: 'expertise' } as const;
    const back = { type: 'withdraw-transfer', by: 's-101' } as const;
    const abouts = async () => {
      await feedAll();
      return (await mailsOf('south')).map(({ about }) => about).sort();
    };
    const open = async () => {
      const claimed = await claimMails(database, 9, Date.now());
      const isOpen = await Promise.all(
        claimed.map((mail) => isStillOpen(database, mail.notice!, mail)),
      );
      for (const [index, mail] of claimed.entries()) {
        const delivered = { outcome: '250', isDelivered: true };
        const settled = isOpen[index] ? delivered : ('superseded' as const);
        await settleMail(database, mail, settled, Date.now());
      }
      return claimed.flatMap(({ notice }, index) => (isOpen[index] ? notice!.kind : []));
    };
    await escalation.decide(id, sent);
    expect(await abouts()).toEqual(['transferred']);
    await escalation.decide(id, back);
    expect(await abouts()).toEqual(['transferred']);
    expect(await open()).toEqual([]);
    await escalation.decide(id, sent);
    await abouts();
    expect(await open()).toEqual(['transferred']);
    await escalation.decide(id, back);
    expect(await abouts()).toEqual(['transfer-withdrawn', 'transferred', 'transferred']);
    expect(await open()).toEqual(['transfer-withdrawn']);
    for (const username of ['office', 'north']) expect(await mailsOf(username)).toEqual([]);
  });

  it('tell nobody that a transfer was taken back whose mail was under way and was refused', async () => {
    const { database } = escalation;
    const [id] = (await escalation.openCases(1, clock.now())) as [string];
    const sent = { type: 'transfer', to: 'south', by: 's-101', reason: 'expertise' } as const;
    for (const [outcome, isTold] of [
      ['451', false],
      ['ETIMEDOUT', true],
    ] as const) {
      await database.query(`delete from alert_mails`);
      await escalation.decide(id, sent);
      await feedAll();
      const [underWay] = await claimMails(database, 9, Date.now());
      await escalation.decide(id, { type: 'withdraw-transfer', by: 's-101' });
      await feedAll();
      const [withdrawal] = await claimMails(database, 9, Date.now());
      const isOpen = () => isStillOpen(database, withdrawal!.notice!, withdrawal!);
      expect(withdrawal!.notice!.kind).toBe('transfer-withdrawn');
      expect(await isOpen()).toBe(true);
      const retryAt = Date.now() + 3_600_000;
      await settleMail(database, underWay!, { outcome, isDelivered: false, retryAt }, Date.now());
      expect(await isOpen()).toBe(isTold);
    }
  });

  it('are claimed by one, and again once the lease of a process that died has run out', async () => {
    const { database } = escalation;
    await database.query(`delete from alert_mails`);
    await openCritical(1);
    await feedAll();
    const now = Date.now();
    const first = await claimMails(database, 9, now);
    expect(first).toHaveLength(2);
    expect(await claimMails(database, 9, now)).toEqual([]);
    const second = await claimMails(database, 9, now + 60_001);
    expect(second.map(({ attempts }) => attempts)).toEqual([2, 2]);
    // Whoever comes back late says nothing any more.
    const delivered = { outcome: '250', isDelivered: true };
    for (const mail of first) await settleMail(database, mail, delivered, now);
    expect((await mailsOf('office')).map(({ state }) => state)).toEqual(['waiting']);
    for (const mail of second) await settleMail(database, mail, delivered, now);
    expect(await mailsOf('office')).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  it('go to the unit that a level names and to whoever is on duty, who may see the case then', async () => {
    const { database, duty, parts } = escalation;
    await database.query(`delete from alert_mails`);
    const roster = { id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-01-01', handover: '00:00' };
    const turns = { ...roster, days: 31, people: ['s-103'], overrides: [] };
    await duty.publish({ rosters: [turns], absences: [] }, 'supervisor');
    const level: LadderLevel = {
      ...{ id: 'desk', level: 1, audience: 'supervisor', after: { trigger: 0 } },
      ...{ unit: 'north', roster: 'night' },
    };
    const input = {
      ...defaultPolicy,
      ladders: [{ id: 'public', levels: [level] }],
      triggers: [{ id: 'threat', on: { threat: ['media'] }, ladder: 'public' }],
    };
    await parts.policies.publish({ input, lineOf: () => undefined, by: 'manager' });
    await escalation.openCases(1, clock.now(), { threats: ['media'] });
    await feedAll();
    const count = async (username: string) => (await mailsOf(username)).length;
    expect(await count('north')).toBe(1);
    // Of another unit: it is on duty, and the case is shown to it for that.
    expect(await count('south')).toBe(1);
    expect(await count('office')).toBe(0);
    const claimed = await claimMails(database, 9, Date.now());
    const told = await Promise.all(claimed.map((mail) => stillToTell(database, mail)));
    expect(told.map(({ length }) => length)).toEqual([1, 1]);
  });

  it('let agents take on what names them, and not what they were mailed in the place of others', async () => {
    const { database, parts } = escalation;
    await database.query(`delete from alert_mails`);
    await database.query(`insert into agents (id, unit, active) values ('a-101', 'north', true)`);
    const agent: Principal = {
      ...{ sub: 'sub-agent', username: 'agent', roles: ['agent'], kind: 'user', agentId: 'a-101' },
    };
    await database.transaction((tx) => keepChannel(tx, agent, aWord, Date.now()));
    const level = { id: 'desk', level: 1, audience: 'agent', after: { trigger: 0 } } as const;
    const isLinked = async (named: Partial<LadderLevel>) => {
      const input = {
        ...defaultPolicy,
        ladders: [{ id: 'public', levels: [{ ...level, ...named }] }],
        triggers: [{ id: 'threat', on: { threat: ['media'] }, ladder: 'public' }],
      };
      await parts.policies.publish({ input, lineOf: () => undefined, by: 'manager' });
      const changes = { threats: ['media' as const], organisation: 'north' };
      const [id] = await escalation.openCases(1, clock.now(), changes);
      await feedAll();
      const claimed = await claimMails(database, 9, Date.now() + gatherMs);
      const mail = claimed.find(({ channel }) => channel.username === 'agent');
      const told = await stillToTell(database, mail!);
      for (const one of claimed) {
        await settleMail(database, one, { outcome: '250', isDelivered: true }, Date.now());
      }
      return told.find(({ alert }) => alert.caseId === id)?.mayAcknowledge;
    };
    expect(await isLinked({ unit: 'north' })).toBe(true);
    expect(await isLinked({ people: ['a-999'] })).toBe(false);
    await database.query(`delete from alert_channels where username = 'agent'`);
  });

  it('are for nobody who left the organisation, and neither are their links', async () => {
    const { database } = escalation;
    await database.query(`delete from alert_mails`);
    await database.query(`update agents set active = false where id = 's-001'`);
    await openCritical(1);
    await feedAll();
    expect(await mailsOf('office')).toEqual([]);
    expect(await mailsOf('north')).toHaveLength(1);
    expect(await findOwner(database, channels['office']!)).toBeUndefined();
    expect(await findOwner(database, channels['north']!)).toMatchObject({ agentId: 's-101' });
  });
});
