import { AlertClimbed, AlertRaised } from '#contracts';
import type { AlertView, DataOf } from '#contracts';
import type { LogEvent } from '#eventing';

/** What a level is told of an alert, without whatever may change until then. */
export interface ToldAlert extends Pick<
  AlertView,
  'cause' | 'kind' | 'threshold' | 'level' | 'audience' | 'told' | 'dueAt'
> {
  alertId: string;
  caseId: string;
  number: string;
  owner?: string;
  next?: { level: number; audience: string; at: string };
}

/** The alert that an event tells somebody of; undefined of events that tell nobody. */
export function toldBy({ type, key, body }: LogEvent): ToldAlert | undefined {
  if (type === AlertRaised.type) {
    const data = JSON.parse(body) as DataOf<typeof AlertRaised>;
    return toldAlert(key, data, []);
  }
  if (type !== AlertClimbed.type) return undefined;
  const data = JSON.parse(body) as DataOf<typeof AlertClimbed>;
  return toldAlert(key, data, data.before);
}

function toldAlert(
  caseId: string,
  data: DataOf<typeof AlertRaised> | DataOf<typeof AlertClimbed>,
  before: AlertView['told'],
): ToldAlert {
  const { alertId, number, cause, level, audience, at, owner, next } = data;
  return {
    ...{ alertId, caseId, number, cause, level, audience },
    kind: data.kind ?? null,
    threshold: data.threshold ?? null,
    dueAt: data.dueAt ?? null,
    told: [...before, { step: data.ladder?.step ?? null, level, audience, at }],
    ...(owner !== undefined && { owner }),
    ...(next && { next: { level: next.level, audience: next.audience, at: next.at } }),
  };
}
