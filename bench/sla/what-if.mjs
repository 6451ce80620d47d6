// A million recorded clocks replayed against another policy: the calculation alone, and the command that
// reads them from a file and prints what came of them.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy, fromRecordedCells, recordedColumns, toRecordedCells, WhatIf } from '#sla';
import { root } from '../../scripts/prepare.mjs';
import { median, round } from '../harness/results.mjs';

const clocksInAll = Number(process.env.BENCH_WHAT_IF ?? 1_000_000);
const minute = 60_000;
const day = 24 * 60 * minute;
const from = Date.UTC(2024, 0, 1);
const asOf = '2026-06-01T00:00:00Z';

/** Two kinds of clock for cases of a hundred categories, a tenth of them paused, one in fifty still open. */
function* simulate(count) {
  let seed = 20_260;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const one = (values) => values[Math.floor(random() * values.length)];
  for (let i = 0; i < count; i += 1) {
    const startedAt = from + Math.floor(random() * 800 * 24 * 60) * minute;
    const tookMs = Math.floor(random() * random() * 20 * 24 * 60) * minute;
    const isOpen = i % 50 === 0;
    const dueAt = startedAt + 7 * day;
    const pausedAt = startedAt + Math.floor(tookMs / 3);
    yield {
      caseId: `case-${i}`,
      kind: i % 2 === 0 ? 'resolution' : 'acknowledge',
      facts: {
        category: `category-${i % 100}`,
        severity: one(['low', 'normal', 'high', 'critical']),
        tier: one(['standard', 'quality', 'key', 'vip']),
        channel: one(['phone', 'web', 'app', 'letter']),
      },
      startedAt,
      ...(!isOpen && { stoppedAt: startedAt + tookMs }),
      dueAt,
      verdict: isOpen ? 'open' : tookMs <= 7 * day ? 'met' : 'breached',
      ...(i % 10 === 0 && {
        pauses: [{ from: pausedAt, to: pausedAt + 120 * minute, reason: 'awaiting-customer' }],
      }),
    };
  }
}

export async function measureWhatIf(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'clearline-what-if-'));
  try {
    const file = join(folder, 'clocks.csv');
    const policy = join(folder, 'policy.json');
    await writeClocks(file);
    writeFileSync(policy, JSON.stringify(defaultPolicy));
    const rows = [];
    for (let i = 1; i <= rounds; i += 1) {
      rows.push({ round: i, what: 'calculation', ...calculate() });
      rows.push({ round: i, what: 'command', ...command(file, policy) });
    }
    const of = (name) => median(rows.filter(({ what }) => what === name).map((r) => r.seconds));
    const differing = rows.filter(({ flips }) => flips !== rows[0].flips).length;
    return {
      rounds: rows,
      summary: {
        whatIfSeconds: of('calculation'),
        whatIfCommandSeconds: of('command'),
        whatIfDiffering: differing,
      },
      limits: {
        whatIfSeconds: { atMost: 10 },
        whatIfCommandSeconds: { atMost: 30 },
        whatIfDiffering: { atMost: 0 },
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeClocks(file) {
  const stream = createWriteStream(file);
  stream.write(`${recordedColumns.join(',')}\n`);
  for (const clock of simulate(clocksInAll)) {
    const cells = toRecordedCells(clock);
    const line = recordedColumns.map((column) => cells[column]).join(',');
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Clocks are made and checked a thousand at a time, outside the time that is measured. */
function calculate() {
  const whatIf = new WhatIf({ policy: defaultPolicy, now: Date.parse(asOf) });
  let ms = 0;
  let batch = [];
  const flush = () => {
    const startedAt = performance.now();
    for (const clock of batch) whatIf.add(clock);
    ms += performance.now() - startedAt;
    batch = [];
  };
  for (const clock of simulate(clocksInAll)) {
    batch.push(fromRecordedCells(toRecordedCells(clock)));
    if (batch.length === 1_000) flush();
  }
  flush();
  const { clocks, toMet, toBreached } = whatIf.result();
  return { clocks, seconds: round(ms / 1_000, 2), flips: toMet + toBreached };
}

function command(file, policy) {
  const startedAt = performance.now();
  const program = join(root, 'dist/services/cli/src/main.js');
  const args = ['sla', 'what-if', '--from', file, '--policy', policy, '--as-of', asOf, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    ...{ cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  });
  if (status !== 0) throw new Error(`what-if failed: ${stderr}`);
  const seconds = round((performance.now() - startedAt) / 1_000, 2);
  const { clocks, toMet, toBreached } = JSON.parse(stdout);
  return { clocks, seconds, flips: toMet + toBreached };
}
