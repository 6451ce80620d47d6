import type { Database } from '#platform';
import { formatCaseNumber } from '../domain/case-number.js';

const smallestBlock = 200;

/**
 * Hands out case numbers from blocks taken per year in a transaction of their own, so that writers
 * never wait for each other's commit on one counter row. Numbers are unique and rise; a restart or a
 * failed write leaves gaps.
 */
export class CaseNumbers {
  private readonly blocks = new Map<number, { next: number; last: number }>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  take(year: number, count: number): Promise<string[]> {
    const taken = this.turn.then(() => this.takeInTurn(year, count));
    this.turn = taken.catch(() => undefined);
    return taken;
  }

  private async takeInTurn(year: number, count: number): Promise<string[]> {
    const numbers: string[] = [];
    while (numbers.length < count) {
      const block = this.blocks.get(year);
      if (!block || block.next > block.last) {
        this.blocks.set(year, await this.reserve(year, count - numbers.length));
        continue;
      }
      numbers.push(formatCaseNumber(year, block.next++));
    }
    return numbers;
  }

  private async reserve(year: number, wanted: number): Promise<{ next: number; last: number }> {
    const size = Math.max(smallestBlock, wanted);
    const [row] = await this.database.query<{ last: string }>(
      `INSERT INTO case_number_years AS y (year, last) VALUES ($1, $2)
       ON CONFLICT (year) DO UPDATE SET last = y.last + excluded.last RETURNING last`,
      [year, size],
    );
    const last = Number(row!.last);
    return { next: last - size + 1, last };
  }
}
