// Loaded before a program with `node --import`: writes the process's peak resident memory when it ends.
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.BENCH_PEAK_FILE, String(maxRSS * 1024));
});
