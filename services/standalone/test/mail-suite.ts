import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, ChannelBody, MailView } from '#contracts';
import type { PlatformConfig } from '#platform';
import { defaultPolicy } from '#sla';
import { waitFor } from '#testing';
import { startMailServer } from './mail-server.js';
import type { MailServer, ReceivedMail } from './mail-server.js';
import type { TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

const own = '/api/v1/channels/own';
const publicUrl = 'https://clearline.example';
const supervisorMail = 'supervisor@hotline.example';

/** Alerts by mail, through the public edge and a real mail server, on the engine that `open` starts. */
export function mailSuite(
  engine: string,
  open: (changes: Partial<PlatformConfig>) => Promise<TestStandalone>,
): void {
  describe(`alerts by mail on ${engine}`, () => {
    let product: TestStandalone;
    let server: MailServer;
    const channels = new Map<string, string>();

    const keep = async (username: string, body: Partial<ChannelBody>) => {
      const kept = await product.call(username, 'PUT', own, body);
      expect(kept).toMatchObject({ status: 200, body: { ...body, username } });
      channels.set(username, String(kept.body['id']));
    };
    /** A critical complaint raises an alert at once. */
    const raiseAlert = async (organisation = 'north'): Promise<AlertView> => {
      const complaint = { ...sampleComplaint, severity: 'critical', organisation };
      const { body } = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
      return waitFor(async () => {
        const { body: list } = await product.call('admin', 'GET', '/api/v1/alerts?limit=200');
        return (list['items'] as AlertView[]).find(({ caseId }) => caseId === body['caseId']);
      });
    };
    const mailOf = (alert: AlertView, to: string) =>
      waitFor(
        () => server.received.find((one) => one.to === to && one.text.includes(alert.number)),
        { timeoutMs: 20_000, describe: `a mail to ${to}` },
      );
    const deliveryOf = (username: string, { id }: AlertView, isSo: (one: MailView) => boolean) =>
      waitFor(
        async () => {
          const path = `/api/v1/channels/${channels.get(username)}/deliveries`;
          const { body } = await product.call('admin', 'GET', path);
          return (body['items'] as MailView[]).find(
            (one) => one.alertIds.includes(id) && isSo(one),
          );
        },
        { timeoutMs: 20_000, describe: `the mail's fate` },
      );
    const makeDue = async (mailId: string, attempts: number) => {
      const { database } = product.services.runtimes.get('escalation')!;
      await database.query(`update alert_mails set attempts = $2, next_at = 0 where id = $1`, [
        mailId,
        attempts,
      ]);
    };
    const belongsTo = async (unit: string) => {
      const agents = [{ agentId: 's-001', unit, roles: ['supervisor'] }];
      await product.call('admin', 'POST', '/api/v1/organisation', { agents });
      const { database } = product.services.runtimes.get('escalation')!;
      const known = `select 1 from agents where id = 's-001' and unit = $1`;
      await waitFor(async () => (await database.query(known, [unit])).length > 0, {
        timeoutMs: 20_000,
        describe: `the supervisor of ${unit}`,
      });
    };
    const linkIn = ({ text }: ReceivedMail) =>
      /https:\/\/clearline\.example(\/\S+)/.exec(text)![1]!;

    beforeAll(async () => {
      server = await startMailServer();
      product = await open({ smtpUrl: server.url, publicUrl });
      await keep('supervisor', {
        email: supervisorMail,
        language: 'zh-CN',
        timeZone: 'Asia/Shanghai',
      });
    }, 360_000);
    afterAll(async () => {
      await product?.close();
      await server?.close();
    }, 180_000);

    it('tell in the words of their reader, once, and only whom the level is for', async () => {
      await keep('agent', { email: 'agent@hotline.example', language: 'en', timeZone: 'UTC' });
      const alert = await raiseAlert();
      expect(alert.audience).toBe('supervisor');
      const mail = await mailOf(alert, supervisorMail);
      expect(mail.subject).toBe(`[Clearline] ${alert.number} 特急投诉`);
      expect(mail.text).toContain(alert.why.zh);
      expect(mail.text).not.toContain(sampleComplaint.statement);
      const told = await deliveryOf('supervisor', alert, ({ state }) => state === 'delivered');
      expect(told).toMatchObject({ attempts: 1, outcome: '250' });
      expect(mail.messageId).toBe(`<${told.id}@clearline.example>`);
      expect(server.received.filter(({ to }) => to !== supervisorMail)).toEqual([]);
    }, 180_000);

    it('are taken on by their link, as whom they were sent to, once its button is pressed', async () => {
      const alert = await raiseAlert();
      const link = linkIn(await mailOf(alert, supervisorMail));
      const page = await product.call('', 'GET', link);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.body['text']).toContain(alert.number);
      const path = `/api/v1/alerts/${alert.id}`;
      expect((await product.call('admin', 'GET', path)).body['acknowledgedAt']).toBeNull();

      const taken = await product.call('', 'POST', link);
      expect(taken).toMatchObject({ status: 200, body: { number: alert.number } });
      const after = await product.call('admin', 'GET', path);
      expect(after.body['acknowledgedBy']).toBe(taken.body['acknowledgedBy']);
      expect((await product.call('', 'POST', link)).body).toEqual(taken.body);
      expect((await product.call('', 'GET', link)).body['text']).not.toContain('<button');

      const altered = `${link.slice(0, -3)}${link.endsWith('AAA') ? 'BBB' : 'AAA'}`;
      expect((await product.call('', 'GET', altered)).status).toBe(404);
      expect((await product.call('', 'POST', altered)).status).toBe(404);
    }, 180_000);

    it('are tried again under the same Message-ID, parked after the last attempt, and redriven', async () => {
      server.refused.set(supervisorMail, 451);
      const alert = await raiseAlert();
      const refused = await deliveryOf('supervisor', alert, ({ outcome }) => outcome === '451');
      expect(refused).toMatchObject({ state: 'waiting', attempts: 1 });
      await makeDue(refused.id, 9);
      const parked = await deliveryOf('supervisor', alert, ({ state }) => state === 'parked');
      expect(parked).toMatchObject({ id: refused.id, attempts: 10, outcome: '451' });
      server.refused.clear();
      const redrive = `/api/v1/channels/${channels.get('supervisor')}/redrive`;
      expect((await product.call('admin', 'POST', redrive)).body).toEqual({ redriven: 1 });
      const mail = await mailOf(alert, supervisorMail);
      expect(mail.messageId).toBe(`<${refused.id}@clearline.example>`);
    }, 180_000);

    it('are parked at once where the address is refused for good', async () => {
      server.refused.set(supervisorMail, 550);
      const alert = await raiseAlert();
      const parked = await deliveryOf('supervisor', alert, ({ state }) => state === 'parked');
      expect(parked).toMatchObject({ attempts: 1, outcome: '550' });
      server.refused.clear();
    }, 180_000);

    it('are not sent any more once somebody took them on', async () => {
      server.refused.set(supervisorMail, 451);
      const alert = await raiseAlert();
      const refused = await deliveryOf('supervisor', alert, ({ outcome }) => outcome === '451');
      await product.call('manager', 'POST', `/api/v1/alerts/${alert.id}/acknowledge`);
      server.refused.clear();
      await makeDue(refused.id, 1);
      await deliveryOf('supervisor', alert, ({ state }) => state === 'superseded');
      expect(server.received.filter(({ text }) => text.includes(alert.number))).toEqual([]);
    }, 180_000);

    it('follow their reader to another unit, and links to the cases of the old one end', async () => {
      const before = await raiseAlert();
      const link = linkIn(await mailOf(before, supervisorMail));
      await belongsTo('south');
      expect((await product.call('', 'GET', link)).status).toBe(404);
      expect((await product.call('', 'POST', link)).status).toBe(404);
      const [hidden, shown] = [await raiseAlert(), await raiseAlert('south')];
      await mailOf(shown, supervisorMail);
      const path = `/api/v1/channels/${channels.get('supervisor')}/deliveries`;
      const { body } = await product.call('admin', 'GET', path);
      const told = (body['items'] as MailView[]).flatMap(({ alertIds }) => alertIds);
      expect(told).toContain(shown.id);
      expect(told).not.toContain(hidden.id);
      await belongsTo('hq');
      expect((await product.call('', 'POST', link)).status).toBe(200);
    }, 180_000);

    it('ask the owner of a case whether somebody may see it, and nobody else', async () => {
      await belongsTo('north');
      const complaint = { ...sampleComplaint, organisation: 'south' };
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', complaint);
      const id = String(filed.body['caseId']);
      const path = `/api/v1/cases/${id}`;
      const asked = await waitFor(async () => {
        const answer = await product.call('supervisor', 'POST', `${path}/join-requests`, {});
        return answer.status === 201 ? answer : undefined;
      });
      expect(asked.body).toMatchObject({ agent: 's-001' });
      const mail = await waitFor(() => server.received.find(({ text }) => text.includes(id)), {
        timeoutMs: 20_000,
        describe: 'the mail to the owner',
      });
      expect(mail).toMatchObject({
        to: 'agent@hotline.example',
        subject: '[Clearline] s-001 asks to see a case',
      });
      expect(mail.text).toContain(`${publicUrl}/cases/${id}`);
      const list = `/api/v1/channels/${channels.get('agent')}/deliveries`;
      const { body } = await product.call('admin', 'GET', list);
      expect(body['items']).toMatchObject([{ about: 'join-request', alertIds: [] }]);
      expect(server.received.filter(({ text }) => text.includes(id))).toHaveLength(1);
      await belongsTo('hq');
    }, 180_000);

    it('tell a unit of an order that it was given, once, and not who gave it', async () => {
      await belongsTo('south');
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      const id = String(filed.body['caseId']);
      const dueAt = new Date(Date.now() + 3_600_000).toISOString();
      const order = { units: ['south'], dueAt, text: '请核对许女士家的旧表读数' };
      await waitFor(
        async () => {
          const path = `/api/v1/cases/${id}/commands/co-handle`;
          return (await product.call('agent', 'POST', path, order)).status === 200;
        },
        { describe: 'the order' },
      );
      const about = () => server.received.filter(({ text }) => text.includes(id));
      const mail = await waitFor(() => about()[0], {
        timeoutMs: 20_000,
        describe: 'the mail to the unit',
      });
      expect(mail).toMatchObject({ to: supervisorMail, subject: '[Clearline] 收到会办单：south' });
      expect(mail.text).toContain(`${publicUrl}/cases/${id}`);
      expect(mail.text).not.toContain(order.text);
      const list = `/api/v1/channels/${channels.get('supervisor')}/deliveries?limit=1`;
      await waitFor(
        async () => {
          const { body } = await product.call('admin', 'GET', list);
          const [told] = body['items'] as MailView[];
          return told?.about === 'order-given' && told.state === 'delivered';
        },
        { timeoutMs: 20_000, describe: 'the mail to have arrived' },
      );
      expect(about()).toHaveLength(1);
      const mine = (as: string) => product.call(as, 'GET', '/api/v1/orders?mine=true&status=open');
      const asked = expect.objectContaining({ caseId: id, unit: 'south' });
      expect((await mine('supervisor')).body['items']).toContainEqual(asked);
      expect((await mine('agent')).body['items']).not.toContainEqual(asked);
      expect((await mine('admin')).body['items']).toEqual([]);
      await belongsTo('hq');
    }, 180_000);

    it('tell a unit of a transfer, and who had the case that it came back, by codes alone', async () => {
      await belongsTo('south');
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
      const id = String(filed.body['caseId']);
      const path = `/api/v1/cases/${id}`;
      const command = async (as: string, name: string, body: object) => {
        const done = await product.call(as, 'POST', `${path}/commands/${name}`, body);
        expect(done).toMatchObject({ status: 200 });
      };
      const about = () => server.received.filter(({ text }) => text.includes(id));
      const mailed = (count: number) =>
        waitFor(() => about()[count - 1], {
          timeoutMs: 20_000,
          describe: `mail ${count} of the transfers`,
        });
      const opened = await waitFor(
        async () => {
          const found = await product.call('agent', 'GET', path);
          return found.status === 200 ? found : undefined;
        },
        { describe: 'the case' },
      );
      const number = String(opened.body['number']);
      const words = ['请到许女士家核对', '许女士家不归我站', '许女士在场，阀门已换'] as const;
      const transfer = { to: 'south', reason: 'on-site-work', note: words[0] };

      await command('agent', 'transfer', transfer);
      const asked = await mailed(1);
      expect(asked).toMatchObject({
        to: supervisorMail,
        subject: `[Clearline] ${number} 转办给 south`,
      });
      expect(asked.text).toContain('原因：现场作业');
      expect(asked.text).toContain('转办时限：');
      expect(asked.text).toContain(`${publicUrl}/cases/${id}`);
      await command('supervisor', 'refuse-transfer', { reason: 'no-authority', note: words[1] });
      const refused = await mailed(2);
      expect(refused).toMatchObject({
        to: 'agent@hotline.example',
        subject: `[Clearline] ${number} was refused by south`,
      });
      expect(refused.text).toContain('Reason: no authority');

      await command('agent', 'transfer', transfer);
      expect(await mailed(3)).toMatchObject({ to: supervisorMail, subject: asked.subject });
      await command('supervisor', 'accept-transfer', {});
      await command('supervisor', 'hand-back', { result: words[2] });
      expect(await mailed(4)).toMatchObject({
        to: 'agent@hotline.example',
        subject: `[Clearline] ${number} was given back by south`,
      });
      for (const word of words) {
        expect(about().filter(({ text }) => text.includes(word))).toEqual([]);
      }
      const list = `/api/v1/channels/${channels.get('agent')}/deliveries?limit=2`;
      await waitFor(
        async () => {
          const { body } = await product.call('admin', 'GET', list);
          const told = (body['items'] as MailView[]).filter(({ state }) => state === 'delivered');
          return told.map((one) => one.about).join() === 'handed-back,transfer-refused';
        },
        { timeoutMs: 20_000, describe: 'the mails to have arrived' },
      );
      expect(about()).toHaveLength(4);
      await belongsTo('hq');
    }, 180_000);

    it('tell whoever answers for a standard of a promise that has run out, once', async () => {
      const standard = {
        ...{ name: { zh: '移表', en: 'Moving a meter' }, questions: ['燃气表可以移位吗'] },
        ...{ answerable: 'later', promisedMinutes: 60, owner: 'south' },
        tiers: { standard: { wording: { zh: '可以', en: 'Yes' } } },
      };
      const put = '/api/v1/standard-answers/relocation';
      expect((await product.call('manager', 'PUT', put, standard)).status).toBe(200);
      const question = { text: '表能移吗，我姓许', channel: 'phone', standard: 'relocation' };
      const noted = await product.call('agent', 'POST', '/api/v1/questions', question);
      expect(noted.body).toMatchObject({ status: 'promised', isLate: false });
      const { database } = product.services.runtimes.get('intake')!;
      const runOut = `update questions set due_at = now() - interval '1 second' where id = $1`;
      await database.query(runOut, [noted.body['id']]);
      const mail = await waitFor(
        () => server.received.find(({ subject }) => subject.includes('relocation')),
        { timeoutMs: 20_000, describe: 'the mail to the desk' },
      );
      expect(mail).toMatchObject({
        to: supervisorMail,
        subject: '[Clearline] 答复承诺已逾期：relocation',
      });
      expect(mail.text).not.toContain(question.text);
      const late = await product.call('supervisor', 'GET', '/api/v1/questions?late=true');
      expect(late.body['items']).toMatchObject([{ id: noted.body['id'], isLate: true }]);
      const answered = `/api/v1/questions/${String(noted.body['id'])}/answer`;
      await product.call('agent', 'POST', answered, { channel: 'phone' });
      const told = server.received.filter(({ subject }) => subject.includes('relocation'));
      expect(told).toHaveLength(1);
    }, 180_000);

    it('tell at once what happens at once, each alert once', async () => {
      const complaint = { ...sampleComplaint, severity: 'critical' };
      const many = Array.from({ length: 20 }, () => complaint);
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', many);
      expect(filed.status).toBe(207);
      const cases = (filed.body['items'] as { id: string }[]).map(({ id }) => id);
      const alerts = await waitFor(async () => {
        const { body } = await product.call('admin', 'GET', '/api/v1/alerts?limit=200');
        const found = (body['items'] as AlertView[]).filter(({ caseId }) => cases.includes(caseId));
        return found.length === many.length ? found.map(({ id }) => id) : undefined;
      });
      const path = `/api/v1/channels/${channels.get('supervisor')}/deliveries?limit=200`;
      const mails = await waitFor(async () => {
        const { body } = await product.call('admin', 'GET', path);
        const about = (body['items'] as MailView[]).map(({ alertIds }) =>
          alertIds.filter((id) => alerts.includes(id)),
        );
        const isTold = about.flat().length >= alerts.length;
        return isTold ? about.filter(({ length }) => length > 0) : undefined;
      });
      expect(mails.flat().sort()).toEqual([...alerts].sort());
      expect(mails.length).toBeLessThanOrEqual(10);
    }, 180_000);

    it('are taken on by an agent whose unit the level names', async () => {
      const level = { id: 'team', level: 1, audience: 'agent', after: { trigger: 0 } };
      const named = {
        ...defaultPolicy,
        ladders: [{ id: 'unit', levels: [{ ...level, unit: 'north' }] }],
        triggers: [{ id: 'grave', on: { severity: ['critical'] }, ladder: 'unit' }],
      };
      const publish = (policy: object) =>
        product.call('manager', 'PUT', '/api/v1/policies', policy);
      expect((await publish(named)).status).toBe(200);
      const alert = await raiseAlert();
      expect(alert).toMatchObject({ audience: 'agent', unit: 'north' });
      const link = linkIn(await mailOf(alert, 'agent@hotline.example'));
      expect(await product.call('', 'POST', link)).toMatchObject({
        status: 200,
        body: { number: alert.number, acknowledgedBy: 'a-001' },
      });
      expect((await publish(defaultPolicy)).status).toBe(200);
    }, 180_000);

    it('end with their channel, and so do the links of those that were sent', async () => {
      const alert = await raiseAlert();
      const link = linkIn(await mailOf(alert, supervisorMail));
      const path = `/api/v1/channels/${channels.get('supervisor')}`;
      expect((await product.call('admin', 'DELETE', path)).status).toBe(204);
      expect((await product.call('supervisor', 'GET', own)).status).toBe(404);
      expect((await product.call('', 'POST', link)).status).toBe(404);
      const alertPath = `/api/v1/alerts/${alert.id}`;
      expect((await product.call('admin', 'GET', alertPath)).body['acknowledgedAt']).toBeNull();
    }, 180_000);
  });
}
