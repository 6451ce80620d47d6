// A client that keeps a ledger: it writes down every key before it sends and every answer after it came,
// each flushed to the disk, and sends a key again until it is answered.
// node scripts/chaos/load.mjs --url URL --token TOKEN --ledger FILE [--seconds 30] [--rate 40] [--seed 1]
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { seededRandom } from './random.mjs';

const answerWithinMs = 5_000;
const retryAfterMs = 250;
const clients = 6;
const stages = {
  control: { acknowledged: true, emotionLevel: 3 },
  listen: {
    facts: 'noted',
    happenedAt: '2026-01-01T00:00:00Z',
    place: 'by phone',
    product: 'none',
    remedySought: 'soon',
  },
  establish: { restatement: 'said back', confirmed: true },
  apologise: { apology: 'we are sorry', apologyChannel: 'phone', remedyOffered: 'a new bill' },
};

/** Files complaints at about `rate` a second and works some of their cases, until stopped. */
export class LedgerClient {
  #file;
  #random;
  #isStopping = false;
  #running = [];
  #number = 0;
  counts = { sent: 0, accepted: 0, retried: 0, refused: 0 };

  /** `urlOf`: where the process that answers a path listens. */
  constructor({ urlOf, token, ledger, rate = 40, seed = 1 }) {
    Object.assign(this, { urlOf, token, rate, seed });
    this.#file = openSync(ledger, 'a');
    this.#random = seededRandom(seed);
  }

  start() {
    this.#running = Array.from({ length: clients }, () => this.#work());
  }

  /** Resolves once every key that was begun has its answer. */
  async stop() {
    this.#isStopping = true;
    await Promise.all(this.#running);
    closeSync(this.#file);
  }

  async #work() {
    while (!this.#isStopping) {
      const startedAt = Date.now();
      const id = await this.#fileOne();
      if (id && this.#random() < 0.3) await this.#follow(id);
      await delay(Math.max(0, (clients * 1_000) / this.rate - (Date.now() - startedAt)));
    }
  }

  /** One complaint under its own key, sent until it is answered for good. */
  async #fileOne() {
    const key = `load-${this.seed}-${(this.#number += 1)}`;
    const body = {
      channel: 'phone',
      customer: {
        name: `Load ${this.#number % 50}`,
        phone: `1390000${String(this.#number % 50).padStart(4, '0')}`,
      },
      category: 'unclassified',
      statement: 'the bill is wrong',
      severity: ['low', 'normal', 'high'][this.#number % 3],
      callId: key,
    };
    this.#write({ what: 'send', key });
    this.counts.sent += 1;
    const answer = await this.#untilAnswered('/api/v1/complaints', body, {
      'idempotency-key': key,
    });
    const { status, complaintId } = answer;
    this.#write({ what: 'answer', key, status, ...(complaintId && { complaintId }) });
    if (status >= 200 && status < 300) this.counts.accepted += 1;
    else this.counts.refused += 1;
    return complaintId;
  }

  /** A step or two on the case's way; a refusal means that an unanswered try was committed. */
  async #follow(id) {
    for (const [stage, evidence] of Object.entries(stages)) {
      if (this.#isStopping || this.#random() < 0.3) return;
      const path = `/api/v1/cases/${id}/commands/complete-stage`;
      await this.#untilAnswered(path, { stage, evidence }, {}, 404);
    }
    const callback = { caseId: id, type: 'resolution', outcome: 'reached', satisfied: true };
    const survey = { caseId: id, kind: 'csat', score: 4 };
    await this.#untilAnswered('/api/v1/callbacks', callback, {
      'idempotency-key': `callback-${id}`,
    });
    await this.#untilAnswered('/api/v1/surveys', survey, { 'idempotency-key': `survey-${id}` });
  }

  /** `absent`: a status that only means that the case has not opened yet. */
  async #untilAnswered(path, body, headers, absent) {
    for (let looks = 0; ;) {
      try {
        const response = await fetch(new URL(path, this.urlOf(path)), {
          method: 'POST',
          headers: {
            authorization: `Bearer ${this.token}`,
            'content-type': 'application/json',
            ...headers,
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(answerWithinMs),
        });
        const text = await response.text();
        const isAbsent = response.status === absent && (looks += 1) < 100;
        if (response.status < 500 && response.status !== 429 && !isAbsent) {
          const { complaintId } = JSON.parse(text || '{}');
          return { status: response.status, complaintId };
        }
      } catch {
        // Cut off: committed or not, the same key will tell.
      }
      this.counts.retried += 1;
      await delay(retryAfterMs);
    }
  }

  #write(line) {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.#file);
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:3000' },
      token: { type: 'string' },
      ledger: { type: 'string' },
      seconds: { type: 'string', default: '30' },
      rate: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
    },
  });
  const { url, token, ledger } = values;
  if (!token || !ledger) {
    console.error('give --token and --ledger');
    process.exit(2);
  }
  const client = new LedgerClient({
    urlOf: () => url,
    token,
    ledger,
    rate: Number(values.rate),
    seed: Number(values.seed),
  });
  client.start();
  await delay(Number(values.seconds) * 1_000);
  await client.stop();
  console.log(JSON.stringify(client.counts));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
