import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { CallList } from './call-list.js';
import { SenderLines } from './sender-lines.js';

type Case = IncidentCases['incident'];

/** Afterwards: who was answered by which channel, who sends it, and who is left to be called. */
export function ReachedNotice(props: {
  open: readonly Case[];
  toCall: readonly Case[];
  /** What the others were told, to be said to those who are called. */
  words: string;
  results: readonly { case: string; status: number }[];
  /** What the message of a case was given, where it was not the one that it came by. */
  channelOf: (id: string) => Case['channel'] | undefined;
}) {
  const { t } = useTranslation('board');
  const { open, toCall, results, words, channelOf } = props;
  const done = new Set(results.filter(({ status }) => status === 200).map((one) => one.case));
  const answered = open
    .filter(({ id }) => done.has(id))
    .map(({ id, channel }) => ({ channel: channelOf(id) ?? channel }));
  return (
    <>
      {answered.length > 0 && (
        <Alert type="info" showIcon title={<SenderLines cases={answered} />} />
      )}
      {toCall.length > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            className="board-meant"
            title={t('answers.leftToCall', {
              count: toCall.length,
              numbers: toCall.map(({ number }) => number).join(t('snooze.and')),
            })}
            description={t('answers.callsHow')}
          />
          <CallList cases={toCall} isAll={false} words={words} />
        </>
      )}
    </>
  );
}
