import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import { answerParts } from './answer-parts.js';
import type { NamedWay, asItCame, byCall } from './answer-parts.js';
import { SenderLines } from './sender-lines.js';
import { waysOfCases } from './ways-of-cases.js';

interface Props {
  cases: readonly IncidentCases['incident'][];
  way: NamedWay | typeof asItCame;
  /** How those are told that cannot be written to as they came. */
  others?: NamedWay | typeof byCall | undefined;
  sendsMail: boolean;
}

/** Before anything is sent: how many each channel reaches, who sends it, and whom no mail reaches. */
export function ReachNotice({ cases, way, others, sendsMail }: Props) {
  const { t } = useTranslation('board');
  if (way !== 'as-it-came') {
    const channelled = cases.map(() => ({ channel: way }));
    return (
      <Alert
        type="info"
        showIcon
        title={<SenderLines cases={channelled} />}
        description={way === 'email' && t('answers.needAddress')}
      />
    );
  }
  const { byMail } = waysOfCases(cases, sendsMail);
  const told = answerParts(cases, { way, others }, sendsMail).parts.flatMap((part) =>
    part.cases.map(({ channel }) => ({ channel: part.channel ?? channel })),
  );
  const isLeft = byMail > 0 && others === undefined;
  return (
    <Alert
      type={isLeft ? 'warning' : 'info'}
      showIcon
      title={
        told.length > 0 ? (
          <SenderLines {...{ cases: told, sendsMail }} />
        ) : (
          t('answers.reachesNobody')
        )
      }
      description={isLeft && t('answers.noMail', { count: byMail })}
    />
  );
}
