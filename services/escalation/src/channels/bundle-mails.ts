import type { ToldAlert } from './told-alert.js';

/** In one mail: more would not be read. */
export const mostAlerts = 50;
/** After a mail its reader is left alone for so long; what is raised meanwhile is told together. */
export const gatherMs = 60_000;

/** What a mailbox has got of late. */
export interface Mailbox {
  /** A mail that nobody has tried to send yet, because it waits for more. */
  readonly gathering?: {
    readonly id: string;
    readonly alerts: readonly ToldAlert[];
    readonly at: number;
  };
  /** When its last mail was made, or had arrived. */
  readonly lastAt?: number;
}
export interface BundledMails {
  /** The alerts of the mail that gathers, with those added; undefined where it stays as it is. */
  readonly gathered?: readonly ToldAlert[];
  readonly fresh: readonly { readonly alerts: readonly ToldAlert[]; readonly at: number }[];
}

/**
 * The mails that tell a mailbox of new alerts. The first one leaves at once; what follows within a minute
 * is gathered, so that a storm is a mail a minute. What is critical never waits.
 */
export function bundleMails(
  alerts: readonly ToldAlert[],
  { gathering, lastAt }: Mailbox,
  now: number,
): BundledMails {
  const urgent = alerts.filter(({ severity }) => severity === 'critical');
  const others = alerts.filter(({ severity }) => severity !== 'critical');
  const atOnce = pages(latest(urgent)).map((page) => ({ alerts: page, at: now }));
  if (others.length === 0) return { fresh: atOnce };
  if (gathering) {
    const [gathered, ...more] = pages(latest([...gathering.alerts, ...others]));
    return {
      gathered,
      fresh: [...atOnce, ...more.map((page) => ({ alerts: page, at: gathering.at }))],
    };
  }
  const at = lastAt === undefined ? now : Math.max(now, lastAt + gatherMs);
  return { fresh: [...atOnce, ...pages(latest(others)).map((page) => ({ alerts: page, at }))] };
}

/** Of an alert that climbed meanwhile where it is now. */
function latest(alerts: readonly ToldAlert[]): ToldAlert[] {
  return [...new Map(alerts.map((alert) => [alert.alertId, alert])).values()];
}

function pages(alerts: readonly ToldAlert[]): ToldAlert[][] {
  return Array.from({ length: Math.ceil(alerts.length / mostAlerts) }, (_, index) =>
    alerts.slice(index * mostAlerts, (index + 1) * mostAlerts),
  );
}
