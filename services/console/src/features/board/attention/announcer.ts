import { announcementOf } from './announcement.js';
import type { Announcement, ToldAlert } from './announcement.js';

/** What comes within this is one announcement. */
const momentMs = 2_000;
/** From so many of one cause on it is a storm: of that cause nothing more is announced for a while. */
const stormFrom = 5;
const stormMs = 60_000;

type Announce = (announcement: Announcement) => void;

/**
 * Gathers alerts into announcements: one for what comes in a moment, and after a storm of one cause one for all that
 * the next minute brings of it. Other causes are announced meanwhile as ever.
 */
export class Announcer {
  private queue: ToldAlert[] = [];
  private readonly storms = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  hear(told: ToldAlert, announce: Announce): void {
    this.queue.push(told);
    this.schedule(momentMs, announce);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.dueAt = Infinity;
  }

  private schedule(ms: number, announce: Announce): void {
    const dueAt = this.now() + ms;
    if (dueAt >= this.dueAt) return;
    this.stop();
    this.dueAt = dueAt;
    this.timer = setTimeout(() => this.flush(announce), ms);
  }

  private flush(announce: Announce): void {
    this.stop();
    const now = this.now();
    const isStorm = ({ cause }: ToldAlert) => (this.storms.get(cause) ?? 0) > now;
    const ready = this.queue.filter((told) => !isStorm(told));
    this.queue = this.queue.filter(isStorm);
    for (const { cause } of ready) {
      const alike = ready.filter((told) => told.cause === cause);
      if (alike.length >= stormFrom) this.storms.set(cause, now + stormMs);
    }
    const announcement = announcementOf(ready);
    if (announcement) announce(announcement);
    const ends = this.queue.map(({ cause }) => this.storms.get(cause)! - now);
    if (ends.length > 0) this.schedule(Math.min(...ends), announce);
  }
}
