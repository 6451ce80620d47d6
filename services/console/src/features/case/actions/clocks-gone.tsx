import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTimeline } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import type { CommandName } from '../words.js';

/** What ends a case, or its work. */
const ended = /^clearline\.case\.(resolved|closed|withdrawn|merged)\./;

/** Says why no clock can be chosen, and who settled the case where its history has it. */
export function ClocksGone({ command, of }: { command: CommandName; of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { data } = useTimeline(of.id, of.version);
  const isAsking = command === 'request-extension';
  const end = data?.items.findLast(({ type }) => ended.test(type));
  const by = of.status === 'open' || of.status === 'paused' ? undefined : end?.actor;
  const title = !isAsking
    ? t('form.noRequest')
    : by
      ? t('form.noClockBy', { what: words.code(of.status), by: words.person(by) })
      : t('form.noClock');
  return <Alert type="warning" showIcon role="alert" title={title} />;
}
