import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone } from '../test/open-test-standalone.js';
import type { TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';

let product: TestStandalone;
let id: string;
beforeAll(async () => {
  product = await openTestStandalone(await createTestDatabase());
  const filed = await product.call('agent', 'POST', '/api/v1/complaints', sampleComplaint);
  id = String(filed.body['caseId']);
  await waitFor(
    async () => (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200,
    { describe: 'the case' },
  );
}, 180_000);
afterAll(() => product?.close());

const note = '客户在电话里很激动，怀疑安装工私下收了费用，班长说先不要承诺';
const comment = '等了三天才有人上门，希望以后提前打电话通知一声';

interface Entry {
  type: string;
  data: Record<string, unknown>;
  texts: Record<string, string | null>;
}
const noted = (source: string) =>
  waitFor(
    async () => {
      const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
      const entries = body['items'] as unknown as Entry[];
      return entries.find(({ data }) => data['source'] === source);
    },
    { describe: `the ${source} on the case` },
  );

describe('what callbacks and surveys say of a case', () => {
  it('is read by those who work on it: notes, comments and scores', async () => {
    const callback = { caseId: id, type: 'resolution', outcome: 'reached', satisfied: true, note };
    expect((await product.call('agent', 'POST', '/api/v1/callbacks', callback)).status).toBe(201);
    const survey = { caseId: id, kind: 'csat', score: 2, comment };
    expect((await product.call('agent', 'POST', '/api/v1/surveys', survey)).status).toBe(201);
    expect(await noted('callback')).toMatchObject({
      type: 'clearline.case.feedback-noted.v2',
      data: { outcome: 'reached', satisfied: true, by: 'agent' },
      texts: { note },
    });
    expect(await noted('survey')).toMatchObject({
      data: { outcome: 'csat', score: 2, by: 'agent' },
      texts: { comment },
    });
  });

  it('tells of each item of a survey that has items', async () => {
    const answers = { empathy: { expected: 7, perceived: 3 } };
    const survey = { caseId: id, kind: 'servqual', answers };
    expect((await product.call('agent', 'POST', '/api/v1/surveys', survey)).status).toBe(201);
    await waitFor(
      async () => {
        const { body } = await product.call('agent', 'GET', `/api/v1/cases/${id}/timeline`);
        const entries = body['items'] as unknown as Entry[];
        return entries.some(({ data }) => JSON.stringify(data['answers'])?.includes('empathy'));
      },
      { describe: 'the answers on the case' },
    );
  });

  it('lies sealed in the log, is shown by the rule of cases, and each reading is noted', async () => {
    const { data } = await noted('callback');
    expect(JSON.stringify(data)).not.toContain(note);
    const path = `/api/v1/cases/${id}/timeline`;
    expect((await product.call('bi', 'GET', path)).status).toBe(403);
    const views = await product.call('manager', 'GET', `/api/v1/cases/${id}/views`);
    expect(views.body['items']).toContainEqual(
      expect.objectContaining({ viewer: 'agent', what: 'timeline' }),
    );
  });

  it('keeps a note of a callback out of messages, and lets the customer be quoted', async () => {
    await noted('survey');
    const path = `/api/v1/cases/${id}`;
    const send = async (text: string) => {
      const { version: expectedVersion } = (await product.call('agent', 'GET', path)).body;
      const body = { kind: 'interim', channel: 'app', text, expectedVersion };
      return product.call('agent', 'POST', `${path}/commands/send-message`, body);
    };
    const refused = await send(`您好，${note}。`);
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text', rule: 'holds-a-note' }] },
    });
    expect(JSON.stringify(refused.body)).toContain('case.feedback-noted note');
    expect((await send(`您在问卷中写道：${comment}。今后上门前都会联系您。`)).status).toBe(200);
  });
});
