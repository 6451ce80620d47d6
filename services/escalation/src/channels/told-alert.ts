import {
  AlertClimbed,
  AlertClimbedV1,
  AlertClimbedV2,
  AlertRaised,
  AlertRaisedV2,
  AlertRaisedV3,
} from '#contracts';
import type { AlertView, DataOf, Severity } from '#contracts';
import type { LogEvent } from '#eventing';

/** What a level is told of an alert, without whatever may change until then. */
export interface ToldAlert extends Pick<
  AlertView,
  'cause' | 'kind' | 'threshold' | 'level' | 'audience' | 'told' | 'dueAt'
> {
  alertId: string;
  caseId: string;
  number: string;
  /** Absent of one that was written down before it was kept. */
  severity?: Severity;
  owner?: string;
  /** The level reached tells this unit, these people by name, or whose turn it is of this roster. */
  unit?: string;
  people?: readonly string[];
  roster?: string;
  /** A unit that is told as a whole besides. */
  desk?: string;
  /** Levels that were passed over on the way; absent of most. */
  passedOver?: AlertView['passedOver'];
  next?: { level: number; audience: string; unit?: string; at: string };
}

const raisedTypes = [AlertRaisedV2.type, AlertRaisedV3.type, AlertRaised.type];
const climbedTypes = [AlertClimbedV1.type, AlertClimbedV2.type, AlertClimbed.type];

/** The alert that an event tells somebody of; undefined of events that tell nobody. */
export function toldBy({ type, key, body }: LogEvent): ToldAlert | undefined {
  // What is read here stands in each version as it does in the newest.
  if (raisedTypes.includes(type)) {
    const data = JSON.parse(body) as DataOf<typeof AlertRaised>;
    return toldAlert(key, data, []);
  }
  if (!climbedTypes.includes(type)) return undefined;
  const data = JSON.parse(body) as DataOf<typeof AlertClimbed>;
  return toldAlert(key, data, data.before);
}

function toldAlert(
  caseId: string,
  data: DataOf<typeof AlertRaised> | DataOf<typeof AlertClimbed>,
  before: AlertView['told'],
): ToldAlert {
  const { alertId, number, cause, level, audience, at, owner, unit, next } = data;
  const { people, roster, ladder } = data;
  const ofUnit = unit === undefined ? {} : { unit };
  return {
    ...{ alertId, caseId, number, cause, level, audience, severity: data.severity },
    kind: data.kind ?? null,
    threshold: data.threshold ?? null,
    dueAt: data.dueAt ?? null,
    told: [...before, { step: ladder?.step ?? null, level, audience, ...ofUnit, at }],
    ...(owner !== undefined && { owner }),
    ...ofUnit,
    ...(people && { people }),
    ...(roster !== undefined && { roster }),
    ...('desk' in data && data.desk !== undefined && { desk: data.desk }),
    ...(data.passedOver && { passedOver: data.passedOver }),
    ...(next && { next: nextOf(next) }),
  };
}

function nextOf({ level, audience, unit, at }: NonNullable<ToldAlert['next']>) {
  return { level, audience, ...(unit !== undefined && { unit }), at };
}
