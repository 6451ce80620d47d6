import { Inject, Injectable } from '@nestjs/common';
import type { PresenceView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { readPresence } from './presence-rows.js';

/** Short enough to seem at once to people; one small statement whatever the number of readers. */
const pollMs = 250;

interface Reader {
  readonly caseId: string;
  readonly tell: (view: PresenceView) => void;
  told?: string;
}

/**
 * Tells readers who is at their cases, whenever that changes on any replica: they all look into one table.
 * Nothing is asked while nobody reads.
 */
@Injectable()
export class PresenceWatch {
  private readonly readers = new Set<Reader>();
  private timer?: NodeJS.Timeout;
  private isLooking = false;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {
    runtime.signal.ended.addEventListener('abort', () => clearTimeout(this.timer));
  }

  /** Tells who is there now, and after that what changes. Returns the function that ends it. */
  read(caseId: string, tell: Reader['tell']): () => void {
    const reader = { caseId, tell };
    this.readers.add(reader);
    void this.look();
    return () => this.readers.delete(reader);
  }

  /** What was written through this replica is told at once. */
  async look(): Promise<void> {
    if (this.isLooking || this.readers.size === 0) return;
    this.isLooking = true;
    clearTimeout(this.timer);
    try {
      const ids = [...new Set([...this.readers].map(({ caseId }) => caseId))];
      this.tellAll(await readPresence(this.runtime.database, ids));
    } catch (error) {
      // The next look asks again; a database that is away is told by the service's readiness.
      this.runtime.logger.warn({ err: error }, 'presence not read');
    } finally {
      this.isLooking = false;
      if (!this.runtime.signal.ended.aborted) {
        this.timer = setTimeout(() => void this.look(), pollMs).unref();
      }
    }
  }

  private tellAll(found: Awaited<ReturnType<typeof readPresence>>): void {
    for (const reader of this.readers) {
      const viewers = found.get(reader.caseId);
      // Who came while the look was under way is told by the next one.
      if (!viewers) continue;
      const text = JSON.stringify(viewers);
      if (text === reader.told) continue;
      reader.told = text;
      reader.tell({ caseId: reader.caseId, viewers });
    }
  }
}
