import { firstWithin } from './first-within.js';
import { ProgressReports } from './progress-reports.js';

/** One reason why traffic should not come here: a lost database, a consumer that lags. */
export interface ReadinessCheck {
  name: string;
  /** A reason when not ready, undefined when ready. Reasons are public: no addresses, no data. */
  check(): Promise<string | undefined>;
}

export interface Readiness {
  ready: boolean;
  reasons: { name: string; reason: string }[];
}

const checkTimeoutMs = 2_000;

/** The readiness checks of one process. A check that throws or takes 2 s counts as not ready. */
export class HealthRegistry {
  /** How far the work has come, for people with the right to know. */
  readonly progress = new ProgressReports();
  private readonly checks: ReadinessCheck[] = [];
  private stopping = false;

  add(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** From now on not ready, so that balancers send their traffic elsewhere. */
  stop(): void {
    this.stopping = true;
  }

  async readiness(): Promise<Readiness> {
    if (this.stopping) return { ready: false, reasons: [{ name: 'process', reason: 'stopping' }] };
    const answers = await Promise.all(
      this.checks.map(async (one) => ({
        name: one.name,
        reason: await withinTime(() => one.check()),
      })),
    );
    const reasons = answers.flatMap(({ name, reason }) => (reason ? [{ name, reason }] : []));
    return { ready: reasons.length === 0, reasons };
  }
}

async function withinTime(check: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await firstWithin(checkTimeoutMs, check(), 'does not answer');
  } catch {
    return 'failed';
  }
}
