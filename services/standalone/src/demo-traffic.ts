import { ApiClient } from '../../cli/src/api-client.js';
import { ActionSender } from '../../cli/src/simulate/send-actions.js';
import { simulateHotline } from '../../cli/src/simulate/simulate-hotline.js';
import { demoComplaintsPerSecond, demoPassword } from './demo-data.js';

const seed = 20_260_101;
const livePace = { rate: demoComplaintsPerSecond, haste: 600 };
/** So that the first look at a fresh demo finds alerts, a backlog and some closed cases. */
const historyDays = 0.5;
const pollMs = 200;
const retryMs = 5_000;
const players = ['admin', 'supervisor'] as const;

/** The simulated hotline at work against the demo's own public API, until stopped. */
export class DemoTraffic {
  private isStopped = false;

  constructor(
    private readonly url: string,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Returns at once; a failure is told and the calls go on a little later. */
  start(isNew: boolean): void {
    void this.run(isNew);
  }

  stop(): void {
    this.isStopped = true;
  }

  private async run(isNew: boolean): Promise<void> {
    const now = Date.now();
    if (isNew) {
      const from = now - historyDays * 86_400_000;
      await this.play({ seed, from, days: historyDays, perDay: 120 }, now);
    }
    while (!this.isStopped) {
      const from = Date.now();
      // A visitor who works on a case finds it as they left it.
      await this.play({ seed, from: from - (from % 1_000), ...livePace }, Infinity, players);
    }
  }

  private async play(
    options: Parameters<typeof simulateHotline>[0],
    until: number,
    own?: readonly string[],
  ): Promise<void> {
    const [api, supervisor] = players.map(
      (username) => new ApiClient({ url: this.url, username, password: demoPassword }),
    );
    try {
      await new ActionSender(api!, supervisor).play(simulateHotline(options), {
        ...(own && { players: own }),
        waitFor: async (at) => {
          if (at > until) return false;
          while (!this.isStopped && Date.now() < at) await pause(pollMs);
          return !this.isStopped;
        },
      });
    } catch (error) {
      if (this.isStopped) return;
      this.onFailure(error);
      await pause(retryMs);
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
