import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../commands/failure-notice.js';
import type { Settled } from '../../../shared/each-of.js';

/** Of alerts that were taken on together: how many were, and why the others could not be. */
export function AcknowledgeRefusals({ settled }: { settled: readonly Settled<string, unknown>[] }) {
  const { t } = useTranslation();
  const refused = settled.filter(({ error }) => error !== undefined);
  if (refused.length === 0) return null;
  const done = settled.length - refused.length;
  return (
    <Alert
      type="warning"
      role="alert"
      title={t('results.summary', { done, waiting: 0, refused: refused.length })}
      description={refused.slice(0, 3).map(({ item, error }) => (
        <FailureNotice key={item} error={error} />
      ))}
    />
  );
}
