import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { Violations } from '../../cli/src/verify/violation.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint, sampleEvidence } from './samples.js';

/** As a street without water. */
const households = 300;
interface Item {
  index: number;
  case: string;
  status: number;
  messageId?: string;
  problem?: { missing?: string[] };
}
interface Named {
  id: string;
  number: string;
  status: string;
  stage: string;
  version: number;
  toldAt: string | null;
}

/** Many cases of one cause, through the public edge, on the engine that `open` starts. */
export function incidentsSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`a mass incident on ${engine}`, () => {
    let product: TestStandalone;
    beforeAll(async () => {
      product = await open();
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const caseOf = async (id: string) =>
      (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).body;
    const command = (as: string, id: string, name: string, body: object = {}) =>
      product.call(as, 'POST', `/api/v1/cases/${id}/commands/${name}`, body);
    const together = async (id: string, name: string, body: object = {}, as = 'supervisor') => {
      const path = `/api/v1/cases/${id}/incident/commands/${name}`;
      const answer = await product.call(as, 'POST', path, { body });
      return { status: answer.status, items: answer.body['items'] as Item[] };
    };
    const incident = async (id: string, as = 'supervisor') =>
      (await product.call(as, 'GET', `/api/v1/cases/${id}/incident`)).body as {
        total: number;
        incident: Named;
        cases: Named[];
        answers: { id: string; sent: number }[];
      };
    const answer = async (id: string, as: string, body: object, by = 'supervisor') => {
      const path = `/api/v1/cases/${id}/incident/answers/${as}`;
      const given = await product.call(by, 'PUT', path, body);
      return { ...given, items: given.body['items'] as Item[] };
    };
    const takeBack = async (id: string, as: string) => {
      const path = `/api/v1/cases/${id}/incident/answers/${as}/undo`;
      return (await product.call('supervisor', 'POST', path)).body['items'] as Item[];
    };
    const messages = async (id: string) =>
      (await product.call('agent', 'GET', `/api/v1/cases/${id}/resolution`)).body['messages'];

    async function openCases(count: number, organisation = 'north'): Promise<string[]> {
      const complaints = Array.from({ length: count }, (_, index) => ({
        ...sampleComplaint,
        organisation,
        customer: { name: '住户', phone: `139${String(10_000_000 + index)}` },
        statement: '全楼停水',
      }));
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', complaints);
      const ids = (filed.body['items'] as { id: string }[]).map(({ id }) => id);
      await waitFor(
        async () =>
          (await product.call('admin', 'GET', `/api/v1/cases/${ids.at(-1)}`)).status === 200,
        { describe: 'the cases' },
      );
      return ids;
    }

    it('is one case with 300 linked ones, answered and closed together by the gate of evidence', async () => {
      const [parent, ...members] = await openCases(households + 1);
      const path = '/api/v1/cases/commands/join-incident';
      const cases = members.map((id) => ({ case: id }));
      const joined = await product.call('supervisor', 'POST', path, {
        cases,
        body: { incident: parent },
      });
      const statuses = (items: Item[]) => [...new Set(items.map(({ status }) => status))];
      expect(statuses(joined.body['items'] as Item[])).toEqual([200]);
      expect(await incident(parent!)).toMatchObject({ total: households });
      expect((await caseOf(members[0]!))['links']).toContainEqual({
        rel: 'incident',
        href: `/api/v1/cases/${parent}`,
      });
      expect((await caseOf(parent!))['links']).toContainEqual({
        rel: 'incident-cases',
        href: `/api/v1/cases/${parent}/incident`,
      });

      // Nothing was proven of any of them: none closes, and each says what it lacks.
      const early = await together(parent!, 'close', { reason: 'customer-informed' });
      expect(early.items).toHaveLength(households + 1);
      expect(statuses(early.items)).toEqual([409]);
      expect(early.items[0]!.problem!.missing).toContain('listen.facts');

      const { control, listen, establish, apologise, resolve } = sampleEvidence;
      const evidence = { control, listen, establish, apologise };
      expect(statuses((await together(parent!, 'complete-stages', { evidence })).items)).toEqual([
        200,
      ]);
      // One household tells its own story meanwhile, and is not to be answered with the rest.
      const own = members[7]!;
      expect((await command('supervisor', own, 'leave-incident')).status).toBe(200);
      const answered = await together(parent!, 'resolve', resolve);
      expect(answered.items).toHaveLength(households);
      expect(statuses(answered.items)).toEqual([200]);
      expect(answered.items.at(-1)!.case).toBe(parent);
      const closed = await together(parent!, 'close', { reason: 'customer-informed' });
      expect(statuses(closed.items)).toEqual([200]);
      const found = await incident(parent!);
      expect(found).toMatchObject({ total: households - 1, incident: { status: 'closed' } });
      expect([...new Set(found.cases.map(({ status }) => status))]).toEqual(['closed']);
      expect(await caseOf(own)).toMatchObject({ status: 'open', stage: 'resolve' });
    }, 360_000);

    it('closes last the case that stands for it, and says which of the others have not ended', async () => {
      const [parent, ...members] = await openCases(3);
      for (const id of members) await command('agent', id, 'join-incident', { incident: parent });
      const { resolve, ...evidence } = sampleEvidence;
      await command('agent', parent!, 'complete-stages', { evidence: { ...evidence, resolve } });
      const alone = await command('agent', parent!, 'close', { reason: 'customer-agreed' });
      const numbers = (await incident(parent!)).cases.map(({ number }) => number);
      expect(alone.body).toMatchObject({
        type: 'urn:clearline:problem:missing-evidence',
        missing: numbers,
      });
      for (const id of members) await command('agent', id, 'withdraw', { channel: 'phone' });
      const now = await command('agent', parent!, 'close', { reason: 'customer-agreed' });
      expect(now.body).toMatchObject({ status: 'closed' });
    }, 120_000);

    it('shows and commands only the cases that somebody sees', async () => {
      const [parent, member] = await openCases(2);
      const [far] = await openCases(1, 'south');
      for (const id of [member!, far!]) {
        await command('supervisor', id, 'join-incident', { incident: parent });
      }
      const { channel } = sampleComplaint;
      expect(await incident(parent!)).toMatchObject({
        ...{ total: 2, incident: { channel } },
        cases: [{ channel }, { channel }],
      });
      await command('supervisor', far!, 'assign', { owner: 's-001' });
      const seen = await incident(parent!, 'agent');
      expect(seen).toMatchObject({ total: 2, cases: [{ id: member }] });
      expect((await together(parent!, 'add-note', { text: 'x' }, 'agent')).status).toBe(403);
    }, 120_000);

    it('answers each customer with a message of their own, once, and takes all of them back together', async () => {
      const [parent, ok, noted, ended, changed, late] = await openCases(6);
      for (const id of [ok, noted, ended, changed]) {
        await command('agent', id!, 'join-incident', { incident: parent });
      }
      await command('agent', noted!, 'add-note', { text: '泵房值班员脱岗两小时。不要对外说' });
      await command('agent', ended!, 'withdraw', { channel: 'phone' });
      const { cases: read, incident: stands } = await incident(parent!);
      await command('agent', changed!, 'add-note', { text: '住户家有病人' });
      await command('agent', late!, 'join-incident', { incident: parent });

      const named = [...read, stands].map(({ id, version }) => ({
        ...{ case: id, expectedVersion: version + (id === parent ? 1 : 0) },
      }));
      const text = '{称呼}，您好！单号{单号}。泵房值班员脱岗两小时，现已通水。';
      // Later than this test takes, however slow the machine is.
      const sendAt = new Date(Date.now() + 3_600_000).toISOString();
      const message = { kind: 'interim', channel: 'app', text, sendAt };
      const id = randomUUID();
      const given = await answer(parent!, id, { cases: named, ...message });
      const by = (items: Item[], of?: string) => items.find((one) => one.case === of);
      expect(by(given.items, ok)).toMatchObject({ status: 200 });
      expect(by(given.items, parent)).toMatchObject({ status: 200 });
      expect(by(given.items, noted)).toMatchObject({
        status: 422,
        problem: { errors: [{ path: 'text', rule: 'holds-a-note' }] },
      });
      expect(by(given.items, ended)).toMatchObject({
        status: 409,
        problem: { type: 'urn:clearline:problem:illegal-transition' },
      });
      expect(by(given.items, changed)).toMatchObject({
        status: 409,
        problem: { changes: [{ actor: 'agent' }] },
      });
      // It joined after the incident was read.
      expect(by(given.items, late)).toMatchObject({
        status: 409,
        problem: { type: 'urn:clearline:problem:stale-version' },
      });
      const number = String((await caseOf(ok!))['number']);
      expect(await messages(ok!)).toMatchObject([
        {
          status: 'held',
          sendAt,
          text: `住户，您好！单号${number}。泵房值班员脱岗两小时，现已通水。`,
        },
      ]);

      // The same again sends nothing twice, and reaches whom it had not reached.
      const anew = named.filter((one) => one.case !== changed);
      const version = Number((await caseOf(changed!))['version']);
      const cases = [...anew, { case: changed!, expectedVersion: version }];
      const again = await answer(parent!, id, { cases, ...message });
      expect(by(again.items, ok)).toMatchObject({
        ...{ status: 200, messageId: by(given.items, ok)!.messageId },
      });
      expect(by(again.items, changed)).toMatchObject({ status: 200 });
      expect(await messages(ok!)).toHaveLength(1);
      const other = await answer(parent!, id, { cases, ...message, text: '另一句话' });
      expect(other.body).toMatchObject({ type: 'urn:clearline:problem:idempotency-conflict' });
      expect((await answer(parent!, id, { cases, ...message }, 'agent')).status).toBe(403);
      expect(await incident(parent!)).toMatchObject({
        answers: [{ id, kind: 'interim', sendAt, held: 3, sent: 0, undone: 0 }],
      });

      const taken = { status: 200 };
      expect(await takeBack(parent!, id)).toMatchObject([taken, taken, taken]);
      expect(await takeBack(parent!, id)).toMatchObject([taken, taken, taken]);
      expect(await messages(ok!)).toMatchObject([{ status: 'undone' }]);
      const later = await answer(parent!, id, { cases, ...message });
      expect(by(later.items, ok)).toMatchObject({ status: 409 });
      expect(await messages(ok!)).toHaveLength(1);
      expect(await incident(parent!)).toMatchObject({ answers: [{ held: 0, undone: 3 }] });
    }, 120_000);

    it('asks how those are answered who complained by word of mouth, and takes back nothing that has left', async () => {
      const [parent, member] = await openCases(2);
      await command('agent', member!, 'join-incident', { incident: parent });
      const { cases: read, incident: stands } = await incident(parent!);
      const cases = [...read, stands].map((one) => ({
        ...{ case: one.number, expectedVersion: one.version },
      }));
      const message = { cases, kind: 'interim', text: '已通水。' };
      const spoken = await answer(parent!, randomUUID(), message);
      const asked = { status: 422, problem: { errors: [{ path: 'channel', rule: 'required' }] } };
      expect(spoken.items).toMatchObject([asked, asked]);
      const phoned = await answer(parent!, randomUUID(), { ...message, channel: 'phone' });
      expect(phoned.status).toBe(422);
      const id = randomUUID();
      const sent = await answer(parent!, id, { ...message, channel: 'app' });
      expect(sent.items).toMatchObject([{ status: 200 }, { status: 200 }]);
      const isSent = async () => {
        const [given] = (await incident(parent!)).answers;
        return given?.sent === 2 || undefined;
      };
      await waitFor(isSent, { timeoutMs: 60_000, describe: 'both to have left' });
      expect(await takeBack(parent!, id)).toMatchObject([{ status: 409 }, { status: 409 }]);
    }, 120_000);

    it('tells when each customer was last told something, by the answer or by a call', async () => {
      const [parent, called, rang] = await openCases(3);
      for (const one of [called, rang]) {
        await command('agent', one!, 'join-incident', { incident: parent });
      }
      const { incident: stands } = await incident(parent!);
      expect(stands.toldAt).toBeNull();
      await answer(parent!, randomUUID(), {
        cases: [{ case: parent, expectedVersion: stands.version }],
        ...{ kind: 'interim', channel: 'app', text: '已通水。' },
      });
      const outbound = { channel: 'phone', direction: 'outbound' };
      expect((await command('agent', called!, 'record-contact', outbound)).status).toBe(200);
      await command('agent', rang!, 'record-contact', { ...outbound, direction: 'inbound' });
      const told = expect.any(String);
      expect(await incident(parent!)).toMatchObject({
        incident: { toldAt: told },
        cases: [
          { id: called, toldAt: told },
          { id: rang, toldAt: null },
        ],
      });
    }, 120_000);

    it('leaves the log such that an audit finds every case as its events say', async () => {
      const violations = new Violations();
      await verifyCases(product.services.runtimes.get('escalation')!.database, violations);
      expect(violations.list).toEqual([]);
    }, 120_000);
  });
}
