import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../../../shared/use-cases-of.js';
import { incidentOf, incidents } from '../board-queries.js';
import { whyNotJoined, whyNotStanding } from './why-not-joined.js';
import type { WhyNotJoined } from './why-not-joined.js';

/** Of more incidents the server says what belongs where when somebody joins it. */
const mostLookedInto = 20;

export type WhyNotOf = (number: string, of: ListedCase | undefined) => string | undefined;

/** Says of what a search found why it can not join, or not stand for an incident; undefined for what can. */
export function useWhyNotJoined(
  into: string | undefined,
  chosen: readonly string[],
): { joined: WhyNotOf; standing: WhyNotOf } {
  const { t } = useTranslation('board');
  const { data } = useQuery(incidents);
  const read = useQueries({
    queries: (data?.items ?? []).slice(0, mostLookedInto).map(({ id }) => incidentOf(id)),
  });
  const known = read.flatMap(({ data: of }) =>
    of ? [{ number: of.incident.number, members: of.cases.map(({ number }) => number) }] : [],
  );
  const said = (not: WhyNotJoined | undefined, of: ListedCase | undefined) => {
    if (!not) return undefined;
    if (not.why === 'belongs') return t('incidents.whyNot.belongs', { to: not.to });
    if (not.why !== 'ended') return t(`incidents.whyNot.${not.why}`);
    const status = t(`status.${of?.status ?? 'closed'}`);
    return t('incidents.whyNot.ended', { status });
  };
  return {
    joined: (number, of) =>
      said(whyNotJoined({ number, stage: of?.stage }, known, into, chosen), of),
    standing: (number, of) => said(whyNotStanding({ number, stage: of?.stage }, known), of),
  };
}
