import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { useListedWays } from './use-listed-ways.js';
import { senderOf, waysOfCases } from './ways-of-cases.js';

const senders = ['mail', 'handed-on', 'by-hand'] as const;

/** Which channels how many are answered by, and who sends it: a line for each that does. */
export function SenderLines(props: {
  cases: readonly Pick<IncidentCases['incident'], 'channel'>[];
  sendsMail?: boolean;
}) {
  const { t } = useTranslation('board');
  const listed = useListedWays();
  const { written } = waysOfCases(props.cases, props.sendsMail);
  return senders.map((sender) => {
    const ways = written.filter(([channel]) => senderOf(channel) === sender);
    if (ways.length === 0) return null;
    return <div key={sender}>{t(`answers.senders.${sender}`, { ways: listed(ways) })}</div>;
  });
}
