import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { useEvidenceNames } from '../use-evidence-names.js';
import { refusalOf } from './refusal.js';

/** Why something was refused, what is missing for it, and who changed what it is about meanwhile. */
export function RefusalText({ problem }: { problem: { type: string } }) {
  const { t } = useTranslation('board');
  const namesOf = useEvidenceNames();
  const { refusal, detail, missing, changes } = refusalOf(problem);
  return (
    <>
      <Typography.Text type="danger">{t(`refused.${refusal}`)}</Typography.Text>
      {missing.length > 0 && <div>{namesOf(missing)}</div>}
      {missing.length === 0 && detail && (
        <div>
          <Typography.Text type="secondary">{detail}</Typography.Text>
        </div>
      )}
      {changes.length > 0 && (
        <>
          <div>{t('results.stale')}</div>
          <ul className="plain-list">
            {changes.map(({ at, actor }, index) => (
              <li key={index}>
                <Instant at={at} /> {t('results.change', { by: actor ?? '–' })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
