// What a benchmark says: a table for people, a file for the record.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/prepare.mjs';

export const median = (values) => quantile(values, 0.5);

/** Nearest rank. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

export const round = (value, digits = 0) => Number(value.toFixed(digits));

/** Writes bench/results/<name>.json and prints it; exit code 1 when a limit is missed. */
export function report(name, { rounds, summary, limits = {} }) {
  const missed = Object.entries(limits).filter(([key, { atLeast, atMost }]) => {
    const value = summary[key];
    return !(value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity));
  });
  const result = {
    name,
    measuredAt: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model.trim(),
      cores: cpus().length,
      memoryGiB: round(totalmem() / 2 ** 30, 1),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
    },
    summary,
    limits,
    missed: missed.map(([key]) => key),
    rounds,
  };
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  console.table(rounds);
  console.log(JSON.stringify({ name, ...summary, missed: result.missed }));
  if (missed.length > 0) process.exitCode = 1;
}

export const progress = (text) =>
  console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
