import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from './instant.js';
import { NumberLink } from './number-link.js';
import { refusalOf } from './refusal.js';
import type { Change } from './refusal.js';
import { usePersonName } from './use-person-name.js';

/** How a screen says what only its own texts have words for; without them it stands as the server said it. */
export interface RefusalWords {
  /** Names of the evidence that is missing. */
  namesOf?: (codes: readonly string[]) => string;
  /** What happened to the case. */
  eventOf?: (change: Change) => ReactNode;
}

/** Why something was refused, what is missing for it, and who changed what it is about meanwhile. */
export function RefusalText(props: RefusalWords & { problem: { type: string; title?: string } }) {
  const { t, i18n } = useTranslation();
  const nameOf = usePersonName();
  const { problem, namesOf, eventOf } = props;
  const { kind, detail, errors, missing, repeats, changes } = refusalOf(problem);
  const isKnown = i18n.exists(`problem.kinds.${kind}`);
  const lacking = namesOf?.(missing) ?? missing.join(', ');
  return (
    <>
      <Typography.Text type="danger">
        {isKnown ? t(`problem.kinds.${kind as 'stale-version'}`) : t('results.isRefused')}
      </Typography.Text>
      {errors.map((message) => (
        <div key={message}>
          <Typography.Text type="secondary">{message}</Typography.Text>
        </div>
      ))}
      {missing.length > 0 && <div>{lacking}</div>}
      {repeats.length > 0 && (
        <div>
          {t('results.repeats')}
          {repeats.map((one) => (
            <span key={one.complaintId}>
              {' '}
              <NumberLink of={one} />
            </span>
          ))}
        </div>
      )}
      {missing.length === 0 && changes.length === 0 && detail && (
        <div>
          <Typography.Text type="secondary">{detail}</Typography.Text>
        </div>
      )}
      {changes.length > 0 && (
        <ul className="plain-list">
          {changes.map((change) => (
            <li key={change.sequence}>
              <Instant at={change.at} />{' '}
              {eventOf && <span className="refusal-event">{eventOf(change)}</span>}{' '}
              <span>{t('results.change', { by: change.actor ? nameOf(change.actor) : '–' })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
