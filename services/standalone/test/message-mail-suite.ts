import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageMailView, ResolutionView } from '#contracts';
import type { PlatformConfig } from '#platform';
import { waitFor } from '#testing';
import { startMailServer } from './mail-server.js';
import type { MailServer } from './mail-server.js';
import type { Answer, TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

const note = '客户上次威胁找媒体，内部先统一口径';
const patience = { timeoutMs: 30_000 };

/** Messages to customers by mail, through the public edge and a real mail server, on the engine that `open` starts. */
export function messageMailSuite(
  engine: string,
  open: (changes: Partial<PlatformConfig>) => Promise<TestStandalone>,
): void {
  describe(`messages to customers by mail on ${engine}`, () => {
    let product: TestStandalone;
    let server: MailServer;

    const openCase = async (): Promise<string> => {
      const { body } = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      const path = `/api/v1/cases/${String(body['caseId'])}`;
      const isOpen = async () => (await product.call('agent', 'GET', path)).status === 200;
      await waitFor(isOpen, { ...patience, describe: 'the case' });
      return path;
    };
    const write = async (path: string, message: object): Promise<Answer> => {
      const { body } = await product.call('agent', 'GET', path);
      return product.call('agent', 'POST', `${path}/commands/send-message`, {
        ...{ expectedVersion: body['version'], kind: 'interim', channel: 'email' },
        ...message,
      });
    };
    const lastHeld = async (path: string): Promise<string> => {
      const { body } = await product.call('agent', 'GET', `${path}/resolution`);
      const { messages } = body as unknown as ResolutionView;
      return messages.findLast(({ status }) => status === 'held')!.id;
    };
    const send = async (path: string, to: string, text: string): Promise<string> => {
      expect(await write(path, { to, text })).toMatchObject({ status: 200 });
      return lastHeld(path);
    };
    const mailed = (to: string) =>
      waitFor(() => server.received.find((one) => one.to === to), {
        ...patience,
        describe: `a mail to ${to}`,
      });
    const fateOf = (messageId: string, isSo: (one: MessageMailView) => boolean) =>
      waitFor(
        async () => {
          const { body } = await product.call('supervisor', 'GET', '/api/v1/message-mails');
          const items = body['items'] as MessageMailView[];
          return items.find((one) => one.messageId === messageId && isSo(one));
        },
        { ...patience, describe: 'the fate of the mail' },
      );

    beforeAll(async () => {
      server = await startMailServer();
      product = await open({ smtpUrl: server.url, publicUrl: 'https://clearline.example' });
    }, 360_000);
    afterAll(async () => {
      await product?.close();
      await server?.close();
    }, 180_000);

    it('leave after ten seconds word for word, once, and what was taken back never does', async () => {
      const path = await openCase();
      const undone = await send(path, 'wang@mail.example', '王女士，这一句写错了');
      const undo = { messageId: undone };
      const taken = await product.call('agent', 'POST', `${path}/commands/undo-message`, undo);
      expect(taken.status).toBe(200);
      const text = '王女士，您好！退款今天到账。';
      const messageId = await send(path, 'wang@mail.example', text);
      const heldAt = Date.now();
      const mail = await mailed('wang@mail.example');
      expect(Date.now() - heldAt).toBeGreaterThan(8_000);
      const { number } = await fateOf(messageId, ({ state }) => state === 'delivered');
      expect(mail).toEqual({
        messageId: `<${messageId}@clearline.example>`,
        to: 'wang@mail.example',
        subject: `关于您的投诉 ${number}`,
        text,
      });
      const { body } = await product.call('agent', 'GET', `/api/v1/message-mails?case=${number}`);
      expect(body['items']).toEqual([
        expect.objectContaining({ messageId, attempts: 1, outcome: '250', nextAt: null }),
      ]);
      expect(server.received).toHaveLength(1);
    }, 180_000);

    it('go where the last one went, or where that is confirmed, and hold no note', async () => {
      const path = await openCase();
      const to = 'li@mail.example';
      await product.call('agent', 'POST', `${path}/commands/add-note`, { text: note });
      const refused = (field: string, rule: string) => ({
        status: 422,
        body: { errors: [expect.objectContaining({ path: field, rule })] },
      });
      const quoted = await write(path, { to, text: `您好！${note.replace('，', ' , ')}` });
      expect(quoted).toMatchObject(refused('text', 'holds-a-note'));
      expect(await write(path, { text: '您好' })).toMatchObject(refused('to', 'required'));
      await send(path, to, '您好！');
      expect(await write(path, { to: 'li@mail.exampel', text: '您好' })).toMatchObject(
        refused('to', 'recipient-changed'),
      );
      await send(path, 'Li@mail.example', 'Dear Ms Li, the meter is changed tomorrow.');
      const elsewhere = { to: 'li@new.example', text: '您好', confirmRecipient: true };
      expect(await write(path, elsewhere)).toMatchObject({ status: 200 });
      const english = await mailed('Li@mail.example');
      expect(english.subject).toMatch(/^About your complaint /);
      await mailed('li@new.example');
      expect(server.received.filter(({ text }) => text.includes(note))).toEqual([]);
    }, 180_000);

    it('go to each customer of a mass incident where they are written to, and nowhere without an address', async () => {
      const file = async (customer: object): Promise<string> => {
        const complaint = { ...sampleComplaint, customer };
        const { body } = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
        const path = `/api/v1/cases/${String(body['caseId'])}`;
        const isOpen = async () => (await product.call('agent', 'GET', path)).status === 200;
        await waitFor(isOpen, { ...patience, describe: 'the case' });
        return path;
      };
      const known = (email: string) => ({ name: '周敏', phone: '13811112222', email });
      const own = await file(known('zhou@mail.example'));
      const written = await file({ name: '吴刚', phone: '13811113333' });
      // Held for longer than this test takes, so that the case stays as it was read.
      const sendAt = new Date(Date.now() + 3_600_000).toISOString();
      await write(written, { to: 'wu@mail.example', text: '您好！', sendAt });
      const silent = await file({ name: '郑洁', phone: '13811114444' });
      const parent = await file({ anonymous: true });
      const incident = parent.split('/').at(-1)!;
      for (const path of [own, written, silent]) {
        await product.call('agent', 'POST', `${path}/commands/join-incident`, { incident });
      }
      const { body } = await product.call('supervisor', 'GET', `${parent}/incident`);
      type Named = { id: string; version: number };
      const read = [...(body['cases'] as Named[]), body['incident'] as Named];
      const answer = {
        cases: read.map(({ id, version }) => ({ case: id, expectedVersion: version })),
        ...{ kind: 'interim', channel: 'email', text: '{称呼}，您好！单号{单号}，已通水。' },
      };
      const path = `${parent}/incident/answers/${randomUUID()}`;
      const given = await product.call('supervisor', 'PUT', path, answer);
      const items = given.body['items'] as { case: string; status: number; problem?: object }[];
      const of = (member: string) => items.find((one) => member.endsWith(one.case));
      expect(of(own)).toMatchObject({ status: 200 });
      expect(of(written)).toMatchObject({ status: 200 });
      const refused = (field: string, rule: string) => ({
        ...{ status: 422, problem: { errors: [{ path: field, rule }] } },
      });
      expect(of(silent)).toMatchObject(refused('to', 'required'));
      expect(of(parent)).toMatchObject(refused('customer', 'anonymous'));
      expect((await mailed('zhou@mail.example')).text).toMatch(/^周敏，您好！单号\d{4}-\d{7}-\d，/);
      expect((await mailed('wu@mail.example')).text).toMatch(/^吴刚，/);
    }, 180_000);

    it('hold nothing that staff wrote with a command, a reason or an amendment', async () => {
      const path = await openCase();
      const words = {
        'case.assigned': '上一位处理人与客户争吵过',
        'case.triaged': '此人惯于小题大做不要理会',
        'case.severity-changed': '领导说这个单子先放一放',
        'case.order-given': '请南站先不要承认阀门有问题',
        'case.stage-overridden': '反正他也不会再打电话来问',
        'case.reminders-snoozed': '等媒体热度过去以后再处理',
        'case.complaint-changed': '新来的同事把金额听错了',
      };
      const commands: [string, string, object][] = [
        ['supervisor', 'assign', { owner: 'a-001', note: words['case.assigned'] }],
        ['agent', 'triage', { emotionLevel: 4, note: words['case.triaged'] }],
        [
          'supervisor',
          'change-severity',
          { severity: 'low', note: words['case.severity-changed'] },
        ],
        [
          ...(['agent', 'co-handle'] as const),
          {
            ...{ units: ['south'], matter: 'advice', text: words['case.order-given'] },
            dueAt: new Date(Date.now() + 3_600_000).toISOString(),
          },
        ],
        [
          ...(['supervisor', 'override-stage'] as const),
          { stage: 'control', reason: words['case.stage-overridden'] },
        ],
        [
          ...(['supervisor', 'snooze-reminders'] as const),
          {
            reason: words['case.reminders-snoozed'],
            until: new Date(Date.now() + 3_600_000).toISOString(),
          },
        ],
      ];
      for (const [as, command, body] of commands) {
        const answer = await product.call(as, 'POST', `${path}/commands/${command}`, body);
        expect({ command, status: answer.status }).toEqual({ command, status: 200 });
      }
      const amendment = {
        ...{ statement: '燃气账单多扣了一次', reason: 'misheard' },
        note: words['case.complaint-changed'],
      };
      const amended = `${path.replace('cases', 'complaints')}/amendments`;
      expect((await product.call('agent', 'POST', amended, amendment)).status).toBe(201);
      await waitFor(
        async () => {
          const { body } = await product.call('agent', 'GET', `${path}/timeline`);
          return JSON.stringify(body).includes(words['case.complaint-changed']);
        },
        { ...patience, describe: 'the amendment on the case' },
      );
      for (const [event, text] of Object.entries(words)) {
        const to = 'zhang@mail.example';
        const answer = await write(path, { to, text: `您好！${[...text].join(' ')}。` });
        const message = expect.stringContaining(`${event} `);
        expect({ event, ...answer }).toMatchObject({
          status: 422,
          body: { errors: [{ path: 'text', rule: 'holds-a-note', message }] },
        });
      }
      expect(server.received.some(({ to }) => to === 'zhang@mail.example')).toBe(false);
    }, 180_000);

    it('are parked where the address is refused, until a supervisor has them tried again', async () => {
      const path = await openCase();
      const to = 'full@mail.example';
      server.refused.set(to, 550);
      const messageId = await send(path, to, '您好！');
      const parked = await fateOf(messageId, ({ state }) => state === 'parked');
      expect(parked).toMatchObject({ attempts: 1, outcome: '550', deliveredAt: null });
      server.refused.clear();
      const again = `/api/v1/message-mails/${messageId}/redrive`;
      expect((await product.call('agent', 'POST', again)).status).toBe(403);
      expect((await product.call('supervisor', 'POST', again)).status).toBe(204);
      const { messageId: header } = await mailed(to);
      expect(header).toBe(`<${messageId}@clearline.example>`);
      await fateOf(messageId, ({ state }) => state === 'delivered');
      expect((await product.call('supervisor', 'POST', again)).status).toBe(404);
    }, 180_000);

    it('are not sent to a customer who was erased meanwhile', async () => {
      const customer = { name: '赵敏', phone: '13800138077' };
      const { body } = await product.call('agent', 'POST', '/api/v1/complaints', {
        ...sampleComplaint,
        customer,
      });
      const path = `/api/v1/cases/${String(body['caseId'])}`;
      const opened = await waitFor(
        async () => {
          const answer = await product.call('agent', 'GET', path);
          return answer.status === 200 ? answer.body : undefined;
        },
        { ...patience, describe: 'the case' },
      );
      const messageId = await send(path, 'zhao@mail.example', '您好！');
      const { database, keys } = product.services.runtimes.get('escalation')!;
      const { id } = opened['customer'] as { id: string };
      expect(await database.transaction((tx) => keys.erase(tx, id))).toBe(true);
      await fateOf(messageId, ({ state }) => state === 'erased');
      expect(server.received.some(({ to }) => to === 'zhao@mail.example')).toBe(false);
    }, 180_000);
  });
}
