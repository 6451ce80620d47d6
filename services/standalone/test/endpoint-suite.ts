import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CallbackRecorded, topics } from '#contracts';
import { newId } from '#platform';
import { waitFor } from '#testing';
import { endpointCases } from './endpoint-cases.js';
import { followPresence } from './follow-presence.js';
import type { EndpointCase, Known } from './endpoint-case.js';
import { openStream } from './open-stream.js';
import { readStream } from './read-stream.js';
import { sampleComplaint } from './samples.js';
import type { Answer, TestStandalone } from './open-test-standalone.js';

const fill = (path: string, known: Known) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? `{${name}}`);

/** Every endpoint, asked through the public edge, on the engine that `open` starts. */
export function endpointSuite(engine: string, open: () => Promise<TestStandalone>): void {
  let product: TestStandalone;
  const known: Known = {};
  beforeAll(async () => {
    product = await open();
  }, 360_000);
  afterAll(() => product?.close(), 180_000);

  const ask = ({ as, method, path, body, headers }: EndpointCase) => {
    const content = typeof body === 'function' ? body(known) : body;
    return product.call(as, method, fill(path, known), content, headers?.(known));
  };
  const check = (one: EndpointCase, answer: Answer) => {
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status: one.status,
      body: typeof one.answer === 'function' ? one.answer(known) : (one.answer ?? {}),
    });
  };

  describe(`the endpoints on ${engine}`, () => {
    const titled = endpointCases.map(
      (one) => [`${one.method} ${one.path} as ${one.as || 'nobody'}: ${one.status}`, one] as const,
    );
    it.each(titled)(
      '%s',
      async (_title, one) => {
        const answer = await waitFor(
          async () => {
            const found = await ask(one);
            if (one.isEventual) check(one, found);
            return found;
          },
          { timeoutMs: 30_000, describe: one.path },
        );
        check(one, answer);
        Object.assign(known, one.learn?.(answer));
      },
      120_000,
    );

    it('has a case for every path that its description names', async () => {
      const { body } = await product.call('', 'GET', '/api/v1/openapi.json');
      const asked = endpointCases.map(({ path }) => path.split('?')[0]!);
      const others = [...elsewhere];
      const isAsked = (path: string) => {
        const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
        return [...asked, ...others].some((one) => pattern.test(one));
      };
      expect(Object.keys(body['paths'] as object).filter((path) => !isAsked(path))).toEqual([]);
    });
  });

  describe(`operations on ${engine}`, () => {
    it('streams what happens to cases', async () => {
      const abort = new AbortController();
      const { token } = (
        await product.call('', 'POST', '/api/v1/login', {
          username: 'supervisor',
          password: 'clearline-demo',
        })
      ).body;
      for (const stream of ['cases', 'alerts', 'signals']) {
        const response = await fetch(new URL(`/api/v1/streams/${stream}`, product.services.url), {
          headers: { authorization: `Bearer ${String(token)}`, 'last-event-id': '1.0.0' },
          signal: abort.signal,
        });
        expect(response.headers.get('content-type')).toContain('text/event-stream');
        if (stream !== 'cases') continue;
        const reader = response.body!.getReader();
        let text = '';
        while (!text.includes('clearline.case.opened.v1')) {
          text += new TextDecoder().decode((await reader.read()).value);
        }
      }
      abort.abort();
    }, 120_000);

    it('streams the types that are named alone, from where it stood when it was opened', async () => {
      const account = { username: 'supervisor', password: 'clearline-demo' };
      const login = await product.call('', 'POST', '/api/v1/login', account);
      const token = String(login.body['token']);
      const ofNone = 'cases?types=clearline.case.unheard-of.v1';
      const opened = await readStream(product, ofNone, { token, until: '\n\n' });
      const [, behind = ''] = /^id: (\d+\.\d+\.\d+)\n: connected\n\n$/.exec(opened) ?? [];
      expect(behind).not.toBe('');

      const { body } = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      const caseId = String(body['caseId']);
      const named = 'clearline.case.opened.v1';
      // Who was sent nothing yet goes on from there as well.
      const text = await readStream(product, `cases?types=${named}`, {
        ...{ token, behind, until: caseId },
      });
      const types = [...text.matchAll(/^event: (.*)$/gm)].map(([, type]) => type);
      expect(new Set(types)).toEqual(new Set([named]));

      const ofOne = await readStream(product, `cases?case=${caseId}`, {
        ...{ token, behind: '1.0.0', until: named },
      });
      const cases = [...ofOne.matchAll(/"caseId":"([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(cases)).toEqual(new Set([caseId]));

      const path = '/api/v1/streams/cases?types=opened';
      const refused = await product.call('supervisor', 'GET', path);
      expect(refused.status).toBe(422);
      expect(refused.body['errors']).toMatchObject([{ path: 'types[0]' }]);
    }, 120_000);

    it('tells the headers of a stream to whom asks for nothing else', async () => {
      const { token } = (
        await product.call('', 'POST', '/api/v1/login', {
          username: 'supervisor',
          password: 'clearline-demo',
        })
      ).body;
      const presence = `presence?case=${known['first']}`;
      for (const stream of ['cases', 'alerts', 'signals', presence]) {
        const response = await fetch(new URL(`/api/v1/streams/${stream}`, product.services.url), {
          method: 'HEAD',
          headers: { authorization: `Bearer ${String(token)}` },
          signal: AbortSignal.timeout(30_000),
        });
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toContain('text/event-stream');
        expect(await response.text()).toBe('');
      }
    }, 120_000);

    it('tells who looks at a case and who writes in it, as they come and go', async () => {
      const { first } = known;
      const following = await followPresence(product, first!);
      const hold = (as: string, doing: string) =>
        product.call(as, 'POST', `/api/v1/cases/${first}/presence`, { doing });
      await following.until('');
      await hold('agent', 'viewing');
      await following.until('agent viewing');
      await hold('supervisor', 'viewing');
      await following.until('agent viewing, supervisor viewing');
      await hold('supervisor', 'composing');
      await following.until('agent viewing, supervisor composing');
      await product.call('agent', 'DELETE', `/api/v1/cases/${first}/presence`);
      await following.until('supervisor composing');
      // Who closes the lid says nothing any more.
      const { database } = product.services.runtimes.get('escalation')!;
      await database.query(`update presence set held_until = held_until - interval '30 s'`);
      await following.until('');
      following.end();
      const refused = await hold('agent', 'sleeping');
      expect(refused.body).toMatchObject({ errors: [{ path: 'doing' }] });
      expect((await hold('', 'viewing')).status).toBe(401);
    }, 120_000);

    it('ends streams that are open with the sign-in that opened them, and no others', async () => {
      const watcher = { username: 'watcher', password: 'watcher-may-sign-in' };
      const user = { ...watcher, roles: ['manager'] };
      const made = await product.call('admin', 'POST', '/api/v1/users', user);
      const path = `/api/v1/users/${String(made.body['id'])}`;
      const signIn = async (account: object) =>
        String((await product.call('', 'POST', '/api/v1/login', account)).body['token']);
      const names = ['cases', 'alerts', 'signals', `presence?case=${known['first']}`];
      const openAll = async (token: string) => {
        const opened = [];
        for (const name of names) opened.push(await openStream(product, token, name));
        return opened;
      };
      const statuses = (opened: Awaited<ReturnType<typeof openAll>>) =>
        opened.map(({ status }) => status);
      const endAll = async (opened: Awaited<ReturnType<typeof openAll>>) => {
        for (const stream of opened) await stream.end();
      };
      const manager = { username: 'manager', password: 'clearline-demo' };
      const others = await openAll(await signIn(manager));

      const [first, second] = [await signIn(watcher), await signIn(watcher)];
      const asManager = await openAll(first);
      expect(statuses(asManager)).toEqual([200, 200, 200, 200]);
      const roles = { roles: ['agent', 'supervisor'] };
      expect((await product.call('admin', 'PATCH', path, roles)).status).toBe(200);
      await endAll(asManager);
      const asSupervisor = await openAll(first);
      expect(statuses(asSupervisor)).toEqual([200, 200, 200, 200]);
      await product.call('admin', 'PATCH', path, { roles: ['bi'] });
      await endAll(asSupervisor);
      const asReader = await openAll(first);
      expect(statuses(asReader)).toEqual([403, 403, 200, 403]);
      await product.call('admin', 'PATCH', path, { roles: ['manager'] });
      await endAll(asReader);

      const beside = await openAll(second);
      const leaving = await openAll(first);
      const headers = { authorization: `Bearer ${first}` };
      const gone = await product.call('', 'POST', '/api/v1/logout', undefined, headers);
      expect(gone.status).toBe(204);
      await endAll(leaving);
      expect(beside.map(({ isOpen }) => isOpen())).toEqual([true, true, true, true]);

      expect((await product.call('admin', 'POST', `${path}/disable`)).status).toBe(204);
      await endAll(beside);
      expect(statuses(await openAll(second))).toEqual([401, 401, 401, 401]);
      expect(others.map(({ isOpen }) => isOpen())).toEqual([true, true, true, true]);
      for (const stream of others) stream.leave();
    }, 120_000);

    it('lists a dead letter without its content, redrives it, guards the loop, discards it', async () => {
      await appendToIntake(product, 'clearline.complaint.vanished.v9', { phone: '13712345678' });
      const letter = async (state: string, replays: number) => {
        const { body } = await product.call('manager', 'GET', '/api/v1/dlq?reason=unknown-type');
        const items = body['items'] as Record<string, unknown>[];
        const found = items.find(({ service }) => service === 'escalation');
        const isSo = found?.['state'] === state && found['replays'] === replays;
        return isSo ? { ...body, found } : undefined;
      };
      const first = await waitFor(() => letter('dead', 0), { timeoutMs: 30_000 });
      expect(first.found).toMatchObject({ key: expect.stringContaining('sha256:') });
      expect(JSON.stringify(first)).not.toContain('13712345678');
      const reasons = expect.arrayContaining([
        expect.objectContaining({ service: 'escalation', reason: 'unknown-type', count: 1 }),
      ]);
      expect(first).toMatchObject({ reasons });
      const ids = [String(first.found['id'])];

      const post = (decision: string, body: object, as = 'admin') =>
        product.call(as, 'POST', `/api/v1/dlq/${decision}`, body);
      expect((await post('redrive', { ids }, 'manager')).status).toBe(403);
      expect((await post('redrive', {})).body).toMatchObject({ errors: [{ path: 'ids' }] });
      expect((await post('redrive', { ids, dryRun: true })).body).toMatchObject({ accepted: 1 });
      expect(await letter('dead', 0)).toBeTruthy();
      const bulk = { filter: { service: 'escalation', reason: 'unknown-type' }, perSecond: 5 };
      expect((await post('redrive', bulk)).body).toMatchObject({ matched: 1, accepted: 1 });
      await waitFor(() => letter('dead', 1), { timeoutMs: 30_000 });

      const { database } = product.services.runtimes.get('escalation')!;
      await database.query(`update dead_letters set replays = 10`);
      expect((await post('redrive', { ids })).body).toMatchObject({
        accepted: 0,
        refused: [{ id: ids[0], rule: 'replayed-too-often' }],
      });
      expect((await post('discard', { ids })).body).toMatchObject({ accepted: 1 });
      expect((await post('discard', { ids })).status).toBe(404);
      const { body } = await product.call('admin', 'GET', '/api/v1/audit');
      const actions = (body['actions'] as { action: string; actor: string }[]).slice(0, 2);
      expect(actions).toMatchObject([
        { action: 'dlq.discard', actor: 'admin', service: 'escalation', affected: 1 },
        { action: 'dlq.redrive', actor: 'admin', affected: 1 },
      ]);
    }, 240_000);

    it('makes a task of an event whose case does not come, and closes it', async () => {
      const caseId = newId(Date.now());
      const at = new Date().toISOString();
      await appendToIntake(product, CallbackRecorded.type, {
        ...{ callbackId: newId(Date.now()), caseId, type: 'resolution', outcome: 'reached', at },
        recordedBy: 'agent',
      });
      const parked = await waitFor(
        async () => {
          const { body } = await product.call('manager', 'GET', '/api/v1/parked');
          return (body['items'] as { id: string; reason: string }[])[0];
        },
        { timeoutMs: 30_000, describe: 'the parked event' },
      );
      expect(parked).toMatchObject({ service: 'escalation', reason: 'awaiting-case' });
      const retried = { ids: [parked.id] };
      const redriven = await product.call('admin', 'POST', '/api/v1/parked/redrive', retried);
      expect(redriven.body).toMatchObject({ accepted: 1 });

      const { database } = product.services.runtimes.get('escalation')!;
      await database.query(`update parked set parked_at = parked_at - $1::bigint`, [15 * 60_000]);
      const open = await waitFor(
        async () => {
          const { body } = await product.call('supervisor', 'GET', '/api/v1/tasks?open=true');
          return (body['items'] as { id: string }[])[0];
        },
        { timeoutMs: 30_000, everyMs: 250, describe: 'the task' },
      );
      expect(open).toMatchObject({ kind: 'orphan', eventType: CallbackRecorded.type });
      const close = () =>
        product.call('supervisor', 'POST', `/api/v1/tasks/${open.id}/close`, { action: 'discard' });
      expect((await close()).body).toMatchObject({ outcome: 'discarded', closedBy: 'supervisor' });
      expect((await close()).status).toBe(409);
      expect((await product.call('manager', 'GET', '/api/v1/parked')).body['items']).toEqual([]);
      const gone = await product.call('admin', 'POST', '/api/v1/parked/discard', retried);
      expect(gone.status).toBe(404);
    }, 240_000);

    it('names every table of the read models, so that a rebuild leaves none behind', async () => {
      const { database } = product.services.runtimes.get('reporting')!;
      const rows = await database.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'reporting' order by 1`,
      );
      const own = ['migrations', 'inbox', 'checkpoints', 'parked', 'dead_letters', 'rebuilds'];
      const { reportingService } = await import('../../reporting/src/reporting.service.js');
      const models = rows.map(({ name }) => name).filter((name) => !own.includes(name));
      expect(models).toEqual([...reportingService.readModels!].sort());
    });
  });
}

/** Asked by the tests of operations and of streams, and where their content is at stake. */
const elsewhere = [
  '/api/v1/events',
  '/api/v1/dlq',
  '/api/v1/dlq/redrive',
  '/api/v1/dlq/discard',
  '/api/v1/parked',
  '/api/v1/parked/redrive',
  '/api/v1/parked/discard',
  '/api/v1/tasks',
  '/api/v1/tasks/x/close',
  '/api/v1/streams/alerts',
  '/api/v1/streams/cases',
  '/api/v1/streams/signals',
  '/api/v1/streams/presence',
  '/api/v1/alerts/x/acknowledge',
];

/** Puts an event into intake's log that no endpoint would take. */
async function appendToIntake(
  { services }: TestStandalone,
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { database, events } = services.runtimes.get('intake')!;
  const now = Date.now();
  const stream = `test-${newId(now)}`;
  const topic = type === CallbackRecorded.type ? topics.callbacks : topics.complaints;
  const key = String(data['caseId'] ?? data['phone']);
  const event = { id: newId(now), type, topic, key, data, occurredAt: now };
  await database.transaction(async (tx) =>
    events.append(tx, [{ head: { stream, version: 0, hash: '' }, events: [event] }]),
  );
}
