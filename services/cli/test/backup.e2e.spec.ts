import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findEmbeddedPostgres } from '#platform';
import type { PlatformConfig } from '#platform';
import { createTestDatabase, testConfig, waitFor } from '#testing';
import type { TestDatabase } from '#testing';
import { readBackupFile, writeBackupFile } from '../src/backup/backup-file.js';
import type { BackupPart } from '../src/backup/backup-file.js';
import { restoreBackup } from '../src/backup/restore-backup.js';
import { takeBackup } from '../src/backup/take-backup.js';
import {
  complaint,
  countOf,
  newFolder,
  openProduct,
  plainRestore,
  query,
  readReports,
  verifySealed,
} from './backup-rig.js';

const folder = newFolder();
const underLoad = join(folder.path, 'under-load.backup');
const atRest = join(folder.path, 'at-rest.backup');
let database: TestDatabase;
let source: PlatformConfig;
let reportsAtRest: unknown;
/** Complaints that were answered before the backup under load began, and all that were sent. */
let answeredBefore = 0;
let filed = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  source = testConfig({
    dataDir: join(folder.path, 'source'),
    databaseUrl: database.url,
  });
  const { services, as } = await openProduct(source, { demo: true });
  const agent = await as('agent');
  let isLoading = true;
  const load = Array.from({ length: 4 }, async () => {
    while (isLoading) {
      await agent('POST', '/api/v1/complaints', complaint(`燃气账单 ${filed}`));
      filed += 1;
    }
  });
  try {
    await waitFor(() => filed >= 100, { timeoutMs: 60_000 });
    answeredBefore = filed;
    await takeBackup(source, underLoad, () => undefined);
  } finally {
    isLoading = false; // else it goes on under every later suite
  }
  await Promise.all(load);
  await waitFor(async () => (await countOf(database.url, 'reporting.case_facts')) === filed, {
    timeoutMs: 240_000,
  });
  reportsAtRest = await readReports(await as('bi'));
  await takeBackup(source, atRest, () => undefined);
  await services.close();
}, 540_000);

afterAll(async () => {
  await database?.drop();
  folder.remove();
}, 120_000);

const target = (name: string): PlatformConfig => ({
  ...source,
  databaseUrl: undefined,
  dataDir: join(folder.path, name),
});

describe('a backup', () => {
  it('taken while complaints are filed restores into a new cluster, proves clean, and work goes on', async () => {
    const config = target('under-load');
    const { epochs } = await restoreBackup(config, underLoad, plainRestore);
    expect(epochs).toEqual({ intake: 2, escalation: 2, signals: 2 });
    const { services, as } = await openProduct(config);
    try {
      const { url } = (await findEmbeddedPostgres(config.dataDir))!;
      const kept = await countOf(url, 'intake.complaints');
      expect(kept).toBeGreaterThanOrEqual(answeredBefore);
      expect(kept).toBeLessThanOrEqual(filed);
      const agent = await as('agent');
      const { caseId } = (await agent(
        'POST',
        '/api/v1/complaints',
        complaint('the first one after'),
      )) as { caseId: string };
      await waitFor(async () => (await countOf(url, 'reporting.case_facts')) === kept + 1, {
        timeoutMs: 60_000,
        describe: 'every case in the reports, the new one too',
      });
      const [opened] = await query<{ epoch: number }>(
        url,
        `select epoch from escalation.events where stream = $1 and sequence = 1`,
        [`case-${caseId}`],
      );
      expect(opened).toEqual({ epoch: 2 });
      expect(await agent('GET', `/api/v1/cases/${caseId}`)).toMatchObject({ stage: 'control' });
      const { isClean, violations, cases } = await verifySealed(config, url);
      expect({ isClean, violations, cases }).toEqual({
        isClean: true,
        violations: [],
        cases: kept + 1,
      });
    } finally {
      await services.close();
    }
  }, 360_000);

  it('of a quiet system says the same in every report after it was restored', async () => {
    const config = target('at-rest');
    await restoreBackup(config, atRest, plainRestore);
    const { services, as } = await openProduct(config);
    try {
      expect(await readReports(await as('bi'))).toEqual(reportsAtRest);
      await expect(restoreBackup(config, atRest, plainRestore)).rejects.toThrow(
        /the target is not empty: it holds escalation\.\w+ \(\d+ rows\), .* more tables/,
      );
    } finally {
      await services.close();
    }
  }, 360_000);
});

describe('a restore refuses with one line and writes nothing', () => {
  /** A file with one thing wrong, whose checksum is right again. */
  async function rewritten(name: string, change: (header: object) => object): Promise<string> {
    const path = join(folder.path, name);
    async function* parts(): AsyncGenerator<BackupPart> {
      for await (const { kind, content } of readBackupFile(atRest)) {
        const isHeader = kind === 'header';
        const text = () => JSON.stringify(change(JSON.parse(content.toString()) as object));
        yield { kind, content: isHeader ? Buffer.from(text()) : Buffer.from(content) };
      }
    }
    await writeBackupFile(path, parts());
    return path;
  }
  const damaged = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const path = join(folder.path, name);
    writeFileSync(path, change(readFileSync(atRest)));
    return path;
  };
  const flipped = (at: number) => (bytes: Buffer) => {
    const plain = gunzipSync(bytes);
    const place = Math.floor(plain.length * at);
    plain[place] = plain[place]! ^ 1;
    return gzipSync(plain);
  };

  const cases: [what: string, make: () => string | Promise<string>, line: RegExp][] = [
    ['cut off', () => damaged('cut', (bytes) => bytes.subarray(0, bytes.length >> 1)), /cut off/],
    ['of other bytes', () => damaged('noise', () => randomBytes(5_000)), /no intact backup/],
    ['empty', () => damaged('empty', () => Buffer.alloc(0)), /no intact backup/],
    ['changed in its middle', () => damaged('middle', flipped(0.5)), /no intact backup/],
    ['changed at its end', () => damaged('end', flipped(0.999999)), /checksum/],
    [
      'of a later format',
      () => rewritten('format', (header) => ({ ...header, format: 99 })),
      /has format 99, this version reads 1/,
    ],
    [
      'of another version',
      () =>
        rewritten('version', (header) => ({
          ...header,
          migrations: { intake: [{ name: '2999-unheard-of', checksum: 'x' }] },
        })),
      /does not know its migration intake\.2999-unheard-of/,
    ],
    [
      'made with other keys',
      () => rewritten('keys', (header) => ({ ...header, masterKeyCheck: 'another' })),
      /another CLEARLINE_MASTER_KEY:/,
    ],
  ];

  it.each(cases)('a file that is %s', async (_what, make, line) => {
    const empty = await createTestDatabase();
    try {
      const config = { ...source, databaseUrl: empty.url };
      const refusal = restoreBackup(config, await make(), plainRestore);
      await expect(refusal).rejects.toMatchObject({ exitCode: 1, name: 'CommandFailure' });
      await refusal.catch((error: Error) => {
        expect(error.message).toMatch(line);
        expect(error.message).not.toContain('\n');
      });
      const schemas = `select nspname from pg_namespace where nspname in ('intake', 'escalation', 'keys')`;
      expect(await query(empty.url, schemas)).toEqual([]);
    } finally {
      await empty.drop();
    }
  });

  it('leaves no half file behind when a backup fails', async () => {
    const empty = await createTestDatabase();
    const file = join(folder.path, 'nothing.backup');
    try {
      const config = { ...source, databaseUrl: empty.url };
      await expect(takeBackup(config, file, () => undefined)).rejects.toThrow('nothing to back up');
      expect(() => copyFileSync(file, `${file}.copy`)).toThrow('ENOENT');
      expect(() => copyFileSync(`${file}.part`, `${file}.copy`)).toThrow('ENOENT');
    } finally {
      await empty.drop();
    }
  });
});
