import type { DutyAbsence, DutyRoster, DutyView } from '../board-types.js';

/** What is published: rosters and absences without what the server says about them. */
export type DutyBody = Pick<DutyView, 'rosters' | 'absences'>;

export const bodyOfDuty = ({ rosters, absences }: DutyView): DutyBody => ({
  rosters,
  absences,
});

/** Somebody is on call of a roster from one instant to another. What has ended by now is no longer needed and goes. */
export function withTakeover(
  { rosters, absences }: DutyBody,
  roster: string,
  takeover: { from: string; to: string; agentId: string },
  now: string,
): DutyBody {
  const changed = rosters.map((one) =>
    one.id === roster ? { ...one, overrides: [...unended(one.overrides, now), takeover] } : one,
  );
  return { rosters: changed, absences };
}

/** A takeover ends now instead of later. One that has not begun goes. */
export function withoutTakeover(
  { rosters, absences }: DutyBody,
  roster: string,
  index: number,
  now: string,
): DutyBody {
  const changed = rosters.map((one) => {
    if (one.id !== roster) return one;
    const overrides = one.overrides.flatMap((override, place) => {
      if (place !== index) return [override];
      return override.from < now ? [{ ...override, to: now }] : [];
    });
    return { ...one, overrides };
  });
  return { rosters: changed, absences };
}

/** Where in a roster it stands that somebody took over just this turn; -1 where nobody did. */
export const takeoverOf = (
  { overrides }: Pick<DutyRoster, 'overrides'>,
  turn: { from: string; to: string },
  agentId: string,
): number =>
  overrides.findLastIndex(
    (one) => one.agentId === agentId && one.from === turn.from && one.to === turn.to,
  );

export const withAbsence = ({ rosters, absences }: DutyBody, absence: DutyAbsence): DutyBody => ({
  rosters,
  absences: [...absences, absence],
});

/** Somebody is back: what was of the absence so far stays. */
export function withoutAbsence(
  { rosters, absences }: DutyBody,
  index: number,
  now: string,
): DutyBody {
  const changed = absences.flatMap((absence, place) => {
    if (place !== index) return [absence];
    return absence.from < now ? [{ ...absence, to: now }] : [];
  });
  return { rosters, absences: changed };
}

/** A roster that is new, or one as it is from now on: who took over stays. */
export function withRoster(
  { rosters, absences }: DutyBody,
  roster: Omit<DutyRoster, 'overrides'>,
): DutyBody {
  const isKnown = rosters.some(({ id }) => id === roster.id);
  return {
    rosters: isKnown
      ? rosters.map((one) => (one.id === roster.id ? { ...roster, overrides: one.overrides } : one))
      : [...rosters, { ...roster, overrides: [] }],
    absences,
  };
}

export const withoutRoster = ({ rosters, absences }: DutyBody, id: string): DutyBody => ({
  rosters: rosters.filter((one) => one.id !== id),
  absences,
});

const unended = <Span extends { to: string }>(spans: readonly Span[], now: string): Span[] =>
  spans.filter(({ to }) => to > now);

/** Whether its first handover has been; before it the server counts turns backwards, so that somebody is on call. */
export function hasBegun(
  { tz, firstDay, handover }: Pick<DutyRoster, 'tz' | 'firstDay' | 'handover'>,
  now: number,
): boolean {
  const format = { dateStyle: 'short', timeStyle: 'short', timeZone: tz } as const;
  return new Intl.DateTimeFormat('sv-SE', format).format(now) >= `${firstDay} ${handover}`;
}
