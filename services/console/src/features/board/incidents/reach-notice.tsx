import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentCases } from '../board-types.js';
import type { NamedWay, asItCame } from './answer-parts.js';
import { SenderLines } from './sender-lines.js';
import { waysOfCases } from './ways-of-cases.js';

interface Props {
  cases: readonly IncidentCases['incident'][];
  way: NamedWay | typeof asItCame;
  sendsMail: boolean;
}

/** Before anything is sent: how many each channel reaches, who sends it, and whom no mail reaches. */
export function ReachNotice({ cases, way, sendsMail }: Props) {
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
  const { reached, byMail } = waysOfCases(cases, sendsMail);
  return (
    <Alert
      type={byMail > 0 ? 'warning' : 'info'}
      showIcon
      title={reached > 0 ? <SenderLines {...{ cases, sendsMail }} /> : t('answers.reachesNobody')}
      description={byMail > 0 && t('answers.noMail', { count: byMail })}
    />
  );
}
