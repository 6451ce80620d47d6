// Deadlines as delayed jobs of BullMQ, concurrency 100; prints how late each job ran.
// argv: how many are armed for later, how many fall due, due per second, milliseconds until the first
import { Queue, Worker } from 'bullmq';

const [later = 0, due = 0, perSecond = 1_000, leadMs = 5_000] = process.argv.slice(2).map(Number);
const { hostname: host, port } = new URL(process.env['REDIS_URL'] ?? '');
const connection = { host, port: Number(port) };
const queue = new Queue('bench', { connection });
const chunk = 5_000;
const hour = 3_600_000;

async function arm(count: number, delayOf: (index: number) => number): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    const size = Math.min(chunk, count - from);
    await queue.addBulk(
      Array.from({ length: size }, (_, i) => ({
        name: 'deadline',
        data: { index: from + i, dueAt: Date.now() + delayOf(from + i) },
        opts: { delay: delayOf(from + i), removeOnComplete: true },
      })),
    );
  }
}

const startedAt = Date.now();
await arm(later, () => 24 * hour);
const armedPerSecond = Math.round(later / ((Date.now() - startedAt) / 1_000));

const firstAt = Date.now() + leadMs + due / 10;
const dueAtOf = (index: number) => firstAt + Math.floor((index * 1_000) / perSecond);
const lateness: number[] = [];
let finish: () => void;
const finished = new Promise<void>((resolve) => (finish = resolve));
const worker = new Worker<{ index: number }>(
  'bench',
  (job) => {
    lateness.push(Date.now() - dueAtOf(job.data.index));
    if (lateness.length === due) finish();
    return Promise.resolve();
  },
  { connection, concurrency: 100 },
);
await arm(due, (index) => dueAtOf(index) - Date.now());
await finished;
console.log(JSON.stringify({ armedPerSecond, lateness }));
await worker.close();
await queue.close();
