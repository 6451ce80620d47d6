// Peak memory of `clearline import` for a file and for one ten times as long: it must not grow with the file.
// node bench/import-memory.mjs   with CLEARLINE_TEST_DATA: the Baltimore file; without: rows made here
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { root } from '../scripts/prepare.mjs';
import { progress, report, round } from './harness/results.mjs';
import * as servers from './harness/servers.mjs';

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'clearline-bench-import-'));
const secrets = servers.makeSecrets();
const idColumn = 'SRRecordID';

async function sourceRows() {
  const data = process.env.CLEARLINE_TEST_DATA;
  if (!data) return madeRows(10_000);
  const file = createReadStream(join(data, 'baltimore311-10000.csv.gz'));
  return file
    .pipe(createGunzip())
    .pipe(parse({ bom: true }))
    .toArray();
}

function madeRows(count) {
  const header = [idColumn, 'SRType', 'MethodReceived', 'CreatedDate', 'SRStatus', 'DueDate'];
  const rows = Array.from({ length: count }, (_, i) => [
    `18-${String(i).padStart(8, '0')}`,
    `Kind ${i % 150}`,
    'Phone',
    '04/12/2018 11:11:26 AM',
    'Closed',
    '04/13/2018 11:11:26 AM',
    '04/12/2018 12:45:47 PM',
    `Agency ${i % 12}`,
    `${i} Main Street`,
  ]);
  return [[...header, 'CloseDate', 'Agency', 'Address'], ...rows];
}

/** The file `times` over, each time under other ids. */
async function writeFile(name, [header, ...rows], times) {
  const file = join(folder, name);
  const out = createWriteStream(file);
  const line = (cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  const id = header.indexOf(idColumn);
  out.write(line(header));
  for (let time = 0; time < times; time += 1) {
    for (const row of rows) {
      const text = line(row.with(id, `${row[id]}-${time}`));
      if (!out.write(text)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
  return file;
}

/** The command line as people run it, beside a database; nothing else is in its process. */
async function measure(name, file, serverUrl) {
  progress(`importing ${name}`);
  const peakFile = join(folder, `${name}.peak`);
  const { stdout } = await execute(
    process.execPath,
    [
      ...['--import', join(root, 'bench/harness/peak-memory.mjs')],
      join(root, 'dist/services/cli/src/main.js'),
      ...['import', 'baltimore311', file, '--json'],
    ],
    {
      env: {
        ...process.env,
        ...secrets,
        BENCH_PEAK_FILE: peakFile,
        CLEARLINE_DATA: join(folder, name),
        DATABASE_URL: await servers.freshDatabase(serverUrl, `bench_import_${name}`),
        // Beside a running Clearline the import writes intake's log and needs no broker.
        KAFKA_BROKERS: 'localhost:9',
      },
      maxBuffer: 1e7,
    },
  );
  const result = JSON.parse(stdout);
  const peakMB = Number(readFileSync(peakFile, 'utf8')) / 1e6;
  return {
    file: name,
    rows: result.read,
    accepted: result.accepted,
    rowsPerSecond: round(result.rowsPerSecond),
    peakMB: round(peakMB, 1),
  };
}

try {
  const rows = await sourceRows();
  const single = await writeFile('once.csv', rows, 1);
  const tenfold = await writeFile('tenfold.csv', rows, 10);
  const url = await servers.startPostgres();
  const small = await measure('once', single, url);
  const large = await measure('tenfold', tenfold, url);
  report('import-memory', {
    rounds: [small, large],
    summary: {
      onceMB: small.peakMB,
      tenfoldMB: large.peakMB,
      ratio: round(large.peakMB / small.peakMB, 3),
      rowsPerSecond: large.rowsPerSecond,
    },
    limits: { ratio: { atMost: 1.2 } },
  });
} finally {
  await servers.stopServers();
  rmSync(folder, { recursive: true, force: true });
}
