import type { Clock } from '#platform';
import type { Replica } from './killable-product.js';

export interface AlertFollower {
  /** From when each level was to be told until the event was here, in real milliseconds, of some cases. */
  latenessOf(cases: readonly string[]): number[];
  stop(): void;
}

interface Told {
  alertId: string;
  caseId: string;
  dueAt: string;
  ladder: { step: string };
  next?: { step: string; at: string };
}

/** Reads the live stream of alerts as a screen does, and notes how late each of a ladder arrives. */
export async function followAlerts(replica: Replica, clock: Clock): Promise<AlertFollower> {
  const abort = new AbortController();
  const arrivals: { caseId: string; late: number }[] = [];
  /** When the next level of an alert is to be told, as the one before said. */
  const expected = new Map<string, number>();
  const note = (event: string, told: Told) => {
    const isClimb = event.startsWith('clearline.alert.climbed.');
    // Late begins the millisecond after the due instant.
    const at = isClimb ? expected.get(told.alertId)! : Date.parse(told.dueAt) + 1;
    const late = (clock.now() - at) / (clock.factor ?? 1);
    arrivals.push({ caseId: told.caseId, late });
    if (told.next) expected.set(told.alertId, Date.parse(told.next.at));
  };
  const response = await replica.open('/api/v1/streams/alerts', abort.signal);
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop()!;
      for (const message of messages) {
        const [, event, data] = /event: (\S+)\ndata: (.*)$/.exec(message) ?? [];
        if (event && /alert\.(raised|climbed)\./.test(event))
          note(event, JSON.parse(data!) as Told);
      }
    }
  };
  // A stream ends when it is stopped, or when its replica is killed.
  read().catch(() => undefined);
  return {
    latenessOf: (cases) => {
      const wanted = new Set(cases);
      return arrivals.flatMap(({ caseId, late }) => (wanted.has(caseId) ? late : []));
    },
    stop: () => abort.abort(),
  };
}
