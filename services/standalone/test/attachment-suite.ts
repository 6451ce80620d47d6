import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachmentLimits } from '#contracts';
import type { TimelineEntry } from '#contracts';
import { waitFor } from '#testing';
import { verifyCases } from '../../cli/src/verify/verify-cases.js';
import { verifyFiles } from '../../cli/src/verify/verify-files.js';
import { Violations } from '../../cli/src/verify/violation.js';
import { AttachmentSweep } from '../../escalation/src/attachments/attachment-sweep.js';
import { fileClient, named, picture } from './file-client.js';
import type { TestStandalone } from './open-test-standalone.js';

const mebibyte = 1_024 * 1_024;
const problem = (slug: string) => `urn:clearline:problem:${slug}`;

/** Files of cases, through the public edge, on the engine that `open` starts. */
export function attachmentSuite(engine: string, open: () => Promise<TestStandalone>): void {
  describe(`files of cases on ${engine}`, () => {
    let product: TestStandalone;
    let files: ReturnType<typeof fileClient>;
    let caseId: string;
    beforeAll(async () => {
      product = await open();
      files = fileClient(product);
      caseId = await files.openCase();
    }, 360_000);
    afterAll(() => product?.close(), 180_000);

    const query = <T>(sql: string, values: unknown[] = []) =>
      product.services.runtimes.get('escalation')!.database.query<T>(sql, values);
    const counted = async (sql: string) => {
      const [row] = await query<{ count: number }>(`select count(*)::int as count from ${sql}`);
      return row!.count;
    };
    const content = (as: string, of: string, id: string) =>
      files.fetch(as, `/api/v1/cases/${of}/attachments/${id}`);
    const attached = async (of: string, bytes: Buffer, name = '照片.jpg') => {
      const { status, body } = await files.attach(of, bytes, named(name));
      expect({ status, body }).toMatchObject({ status: 201 });
      return String(body['id']);
    };
    const sweep = () => new AttachmentSweep(product.services.runtimes.get('escalation')!).sweep();

    it('come back byte for byte, larger than any other body, and stand in the timeline', async () => {
      const sent = picture(6 * mebibyte + 17);
      const sha256 = createHash('sha256').update(sent).digest('hex');
      const { status, body } = await files.attach(caseId, sent, named('现场 (1).jpg'));
      const file = { name: '现场 (1).jpg', mediaType: 'image/jpeg', bytes: sent.length, sha256 };
      expect({ status, body }).toMatchObject({
        status: 201,
        body: { ...file, caseId, status: 'kept', by: 'a-001' },
      });
      expect(await files.list(caseId)).toEqual([body]);
      const id = String(body['id']);

      const answer = await content('supervisor', caseId, id);
      expect(Buffer.from(await answer.arrayBuffer()).equals(sent)).toBe(true);
      const digest = Buffer.from(sha256, 'hex').toString('base64');
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-length': String(sent.length),
        'content-disposition': `attachment; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%281%29.jpg`,
        'repr-digest': `sha-256=:${digest}:`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
      });
      const path = `/api/v1/cases/${caseId}/attachments/${id}`;
      const range = { range: `bytes=${mebibyte}-${2 * mebibyte}` };
      const span = await files.fetch('agent', path, { headers: range });
      expect([span.status, span.headers.get('content-range')]).toEqual([
        206,
        `bytes ${mebibyte}-${2 * mebibyte}/${sent.length}`,
      ]);
      const jumped = Buffer.from(await span.arrayBuffer());
      expect(jumped.equals(sent.subarray(mebibyte, 2 * mebibyte + 1))).toBe(true);

      const told = await product.call('agent', 'GET', `/api/v1/cases/${caseId}/timeline`);
      const entry = (told.body['items'] as TimelineEntry[]).at(-1)!;
      expect(entry).toMatchObject({
        type: 'clearline.case.file-attached.v1',
        data: { attachmentId: id, mediaType: 'image/jpeg', bytes: sent.length },
        texts: { name: '现场 (1).jpg', checksum: sha256 },
      });
      // Whoever has the database and no keys can still tell that nobody changed what is stored.
      const parts = await query<{ content: Buffer }>(
        'select content from attachment_parts where attachment_id = $1 order by part',
        [id],
      );
      const stored = createHash('sha256');
      for (const part of parts) stored.update(part.content);
      expect(entry.data['storedSha256']).toBe(stored.digest('hex'));
      expect(Buffer.concat(parts.map((part) => part.content)).includes(sent.subarray(64, 96))).toBe(
        false,
      );
      const views = await product.call('manager', 'GET', `/api/v1/cases/${caseId}/views`);
      expect(views.body['items']).toContainEqual(
        expect.objectContaining({ what: 'attachments', viewer: 'supervisor' }),
      );
    }, 180_000);

    it('are stored while they arrive, and are in no list before all of it has', async () => {
      const sent = picture(3 * mebibyte, 2);
      const before = await counted('attachment_parts');
      let finish: () => void = () => undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(sent.subarray(0, 2 * mebibyte));
          finish = () => {
            controller.enqueue(sent.subarray(2 * mebibyte));
            controller.close();
          };
        },
      });
      const init = { method: 'POST', body, duplex: 'half' as const, headers: named('录像.jpg') };
      const answer = files.fetch('agent', `/api/v1/cases/${caseId}/attachments`, init);
      const arrived = async () => (await counted('attachment_parts')) - before >= 7;
      await waitFor(arrived, { timeoutMs: 30_000, describe: 'most of what was sent' });
      expect((await files.list(caseId)).map(({ name }) => name)).not.toContain('录像.jpg');
      finish();
      const { id } = (await (await answer).json()) as { id: string };
      expect((await files.list(caseId)).at(-1)).toMatchObject({ id, bytes: sent.length });
      const read = await content('agent', caseId, id);
      expect(Buffer.from(await read.arrayBuffer()).equals(sent)).toBe(true);
    }, 180_000);

    it('that are sent again are there once', async () => {
      const sent = picture(40_000, 3);
      const id = await attached(caseId, sent, '账单.jpg');
      const again = await files.attach(caseId, sent, named('账单 2.jpg'));
      expect(again).toMatchObject({ status: 200, body: { id, name: '账单.jpg' } });
      const all = await files.list(caseId);
      expect(all.filter(({ bytes }) => bytes === sent.length)).toHaveLength(1);
    });

    it('are refused by type, content, name, checksum and size, and leave nothing behind', async () => {
      const [rows, parts] = [await counted('attachments'), await counted('attachment_parts')];
      const good = picture(2_000, 4);
      const refused = async (bytes: Buffer, headers: object, expected: object) => {
        const { status, body } = await files.attach(caseId, bytes, headers);
        expect({ status, ...body }).toMatchObject(expected);
      };
      const page = Buffer.from('<html><script>alert(1)</script></html>');
      const supported = expect.arrayContaining(['image/jpeg', 'audio/mpeg']);
      const wrongType = { status: 415, type: problem('unsupported-media-type'), supported };
      await refused(page, { ...named('a.html'), 'content-type': 'text/html' }, wrongType);
      await refused(page, named('a.jpg'), wrongType);
      const field = (path: string, rule?: string) => ({
        ...{ status: 422, type: problem('validation') },
        errors: [{ path, ...(rule && { rule }) }],
      });
      const unnamed = { 'content-type': 'image/jpeg' };
      await refused(good, unnamed, field('content-disposition', 'required'));
      await refused(good, named('../a.jpg'), field('content-disposition'));
      await refused(good, named('a\u202Egpj.exe'), field('content-disposition'));
      await refused(Buffer.alloc(0), named('a.jpg'), field('', 'minimum:1'));
      const other = createHash('sha256').update('other').digest('base64');
      const digest = { 'content-digest': `sha-256=:${other}:` };
      await refused(good, { ...named('a.jpg'), ...digest }, field('content-digest', 'mismatch'));
      const large = picture(attachmentLimits.fileBytes + 1, 5);
      await refused(large, named('a.jpg'), { status: 413, type: problem('too-large') });
      const pieces = Array.from({ length: 26 }, () => large.subarray(0, mebibyte));
      const unannounced = await files.fetch('agent', `/api/v1/cases/${caseId}/attachments`, {
        ...{ method: 'POST', duplex: 'half', headers: named('a.jpg') },
        body: ReadableStream.from(pieces) as RequestInit['body'],
      });
      expect(unannounced.status).toBe(413);
      expect(await counted('attachments')).toBe(rows);
      expect(await counted('attachment_parts')).toBe(parts);
    }, 180_000);

    it('are not shown to other units, nor to who only reads reports', async () => {
      const id = await attached(caseId, picture(3_000, 6), '合同.jpg');
      expect((await files.attach(caseId, picture(9), named('a.jpg'), 'bi')).status).toBe(403);
      expect((await files.attach(caseId, picture(9), named('a.jpg'), 'nobody')).status).toBe(401);
      expect((await content('bi', caseId, id)).status).toBe(403);
      const other = await files.openCase();
      expect((await content('agent', other, id)).status).toBe(404);
      const south = await product.call('admin', 'POST', '/api/v1/complaints', {
        ...{ channel: 'phone', customer: { anonymous: true }, category: 'billing' },
        ...{ statement: '停气', organisation: 'south' },
      });
      const theirs = String(south.body['caseId']);
      const isThere = async () =>
        (await product.call('manager', 'GET', `/api/v1/cases/${theirs}`)).status === 200;
      await waitFor(isThere, { timeoutMs: 30_000, describe: 'the case of the south' });
      expect((await files.attach(theirs, picture(9), named('a.jpg'))).body).toMatchObject({
        type: problem('forbidden'),
      });
    });

    it('stay with a duplicate, and are read where its work goes on, until that is undone', async () => {
      const [first, second] = [await files.openCase(), await files.openCase()];
      const sent = picture(5_000, 7);
      const id = await attached(second, sent, '合影.jpg');
      const merge = { into: first, reason: 'same-matter' };
      await files.command('supervisor', second, 'merge', merge);
      expect(await files.list(first)).toMatchObject([{ id, caseId: second, name: '合影.jpg' }]);
      const read = await content('agent', first, id);
      expect(Buffer.from(await read.arrayBuffer()).equals(sent)).toBe(true);
      const late = await files.attach(second, picture(9, 8), named('b.jpg'));
      expect(late).toMatchObject({ status: 409, body: { type: problem('illegal-transition') } });
      await files.command('supervisor', second, 'unmerge', { reason: 'other-matter' });
      expect(await files.list(first)).toEqual([]);
      expect((await content('agent', first, id)).status).toBe(404);
      expect(await files.list(second)).toMatchObject([{ id, status: 'kept' }]);
    }, 180_000);

    it('are taken out by a supervisor with a reason, and destroyed', async () => {
      const of = await files.openCase();
      const sent = picture(5_000, 9);
      const id = await attached(of, sent, '别人的回执.jpg');
      const removal = { attachmentId: id, reason: 'wrong-case', note: '另一位客户的' };
      expect((await files.command('agent', of, 'remove-attachment', removal)).status).toBe(403);
      const done = await files.command('supervisor', of, 'remove-attachment', removal);
      expect(done.status).toBe(200);
      expect(await counted(`attachment_parts where attachment_id = '${id}'`)).toBe(0);
      expect(await files.list(of)).toMatchObject([{ id, status: 'removed', sha256: null }]);
      expect((await content('agent', of, id)).status).toBe(404);
      const again = await files.command('supervisor', of, 'remove-attachment', removal);
      expect(again.body).toMatchObject({ type: problem('not-found') });
      const told = await product.call('agent', 'GET', `/api/v1/cases/${of}/timeline`);
      expect((told.body['items'] as TimelineEntry[]).at(-1)).toMatchObject({
        type: 'clearline.case.file-removed.v1',
        data: { reason: 'wrong-case', attachmentId: id },
        texts: { note: '另一位客户的' },
      });
      // Where it belongs after all, it may be attached again.
      expect(await attached(of, sent, '回执.jpg')).not.toBe(id);
    });

    it('go with the customer who is erased: unreadable at once, deleted soon after', async () => {
      const of = await files.openCase({ customer: { name: '钱进', phone: '13800138066' } });
      const id = await attached(of, picture(300_000, 10), '身份证.jpg');
      const { body } = await product.call('agent', 'GET', `/api/v1/cases/${of}`);
      const customer = (body['customer'] as { id: string }).id;
      const { database, keys } = product.services.runtimes.get('escalation')!;
      expect(await database.transaction((tx) => keys.erase(tx, customer))).toBe(true);
      expect((await content('manager', of, id)).status).toBe(404);
      const gone = { id, name: null, sha256: null, status: 'erased' };
      expect(await files.list(of)).toMatchObject([gone]);
      expect(await counted(`attachment_parts where attachment_id = '${id}'`)).toBe(2);
      await sweep();
      expect(await counted(`attachment_parts where attachment_id = '${id}'`)).toBe(0);
      expect(await files.list(of)).toMatchObject([gone]);
      expect(await files.list(caseId)).toContainEqual(expect.objectContaining({ status: 'kept' }));
    });

    it('are proven by the audit, which names one that was altered, cut off or lost its event', async () => {
      const { database } = product.services.runtimes.get('escalation')!;
      const found = async () => {
        const violations = new Violations();
        await verifyCases(database, violations);
        const { files: count } = await verifyFiles(database, violations);
        return { count, details: violations.list.map(({ detail }) => detail) };
      };
      const of = await files.openCase();
      const id = await attached(of, picture(600_000, 12), '读数.jpg');
      const clean = await found();
      expect(clean.details).toEqual([]);
      expect(clean.count).toBeGreaterThan(0);
      const parts = await query<{ part: number; content: Buffer }>(
        'select part, content from attachment_parts where attachment_id = $1 order by part',
        [id],
      );
      const { part, content: sealed } = parts.at(-1)!;
      const put = (bytes: Buffer) =>
        query('update attachment_parts set content = $3 where attachment_id = $1 and part = $2', [
          ...[id, part, bytes],
        ]);
      await put(sealed.subarray(0, -1));
      expect((await found()).details).toEqual([`file ${id} was altered`]);
      const broken = await content('agent', of, id);
      await expect(broken.arrayBuffer()).rejects.toThrow();
      await put(sealed);
      await query('update attachments set case_id = $2 where id = $1', [id, caseId]);
      const wrong = 'its files are others than its rows say';
      const lost = [wrong, wrong, `file ${id} is in no event`];
      expect((await found()).details.sort()).toEqual(lost.sort());
      await query('update attachments set case_id = $2 where id = $1', [id, of]);
    }, 180_000);

    it('of a sender who goes away, or of a service that dies, are swept away', async () => {
      const before = await counted('attachments');
      const sending = await files.begin(caseId, picture(mebibyte, 11), named('c.jpg'));
      const arriving = async () => (await counted('attachments')) === before + 1;
      await waitFor(arriving, { timeoutMs: 30_000, describe: 'the beginning of the file' });
      sending.destroy();
      const isGone = async () => (await counted('attachments')) === before;
      await waitFor(isGone, { timeoutMs: 30_000, describe: 'nothing of it' });

      const left = `insert into attachments (id, case_id, state, key_id, media_type, started_at)
        values (gen_random_uuid(), $1, 'arriving', gen_random_uuid(), 'image/png', now() - $2::interval)`;
      await query(left, [caseId, '61 minutes']);
      await query(left, [caseId, '5 minutes']);
      await sweep();
      expect(await counted('attachments')).toBe(before + 1);
      await query(`delete from attachments where state = 'arriving'`);
    }, 180_000);
  });
}
