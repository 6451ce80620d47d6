import type { ProgressView } from '#contracts';
import type { Principal } from '../auth/principal.js';
import { firstWithin } from './first-within.js';

/** What one service can tell of its consumers or its timers. */
export interface ProgressSource {
  service: string;
  /** Rejects where it cannot be found out now. */
  read(asker: Principal): Promise<Partial<ProgressView>>;
  /** Counts as silent after so long. Default 2 s. */
  mostMs?: number;
}

/** An answer serves everybody who asks so soon after it: counting costs the database, or the brokers. */
const keptMs = 3_000;
const defaultMostMs = 2_000;

/** How far the work of this process has come, and of those that it asks: for people, where readiness is for machines. */
export class ProgressReports {
  private readonly sources: KeptSource[] = [];

  add(source: ProgressSource): void {
    this.sources.push(new KeptSource(source));
  }

  /** Never rejects: a source that fails or is late is named as silent. */
  async read(asker: Principal): Promise<ProgressView> {
    const parts = await Promise.all(this.sources.map((source) => source.read(asker)));
    const byService = (one: { service: string }, other: { service: string }) =>
      one.service.localeCompare(other.service);
    return {
      consumers: parts.flatMap(({ consumers = [] }) => consumers).sort(byService),
      timers: parts.flatMap(({ timers = [] }) => timers).sort(byService),
      silent: [...new Set(parts.flatMap(({ silent = [] }) => silent))].sort(),
    };
  }
}

/** Asked by one at a time, however many want to know: one that hangs is not asked again meanwhile. */
class KeptSource {
  private answer?: Promise<Partial<ProgressView>>;
  /** When the last question was answered; undefined while it is not. */
  private answeredAt: number | undefined = -Infinity;

  constructor(private readonly source: ProgressSource) {}

  read(asker: Principal): Promise<Partial<ProgressView>> {
    const { service, mostMs = defaultMostMs } = this.source;
    const isDue = this.answeredAt !== undefined && Date.now() - this.answeredAt >= keptMs;
    if (!this.answer || isDue) {
      this.answeredAt = undefined;
      const silent = { silent: [service] };
      this.answer = this.source
        .read(asker)
        .catch(() => silent)
        .finally(() => (this.answeredAt = Date.now()));
    }
    return firstWithin(mostMs, this.answer, { silent: [service] });
  }
}
