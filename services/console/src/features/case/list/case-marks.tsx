import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../shared/mark.js';
import { useByServerTime } from '../../../shared/server-time.js';
import { useWords } from '../words.js';
import { marksOf } from './marks-of.js';
import type { MarkName } from './marks-of.js';
import type { ListedCase } from './use-cases.js';

const colours = { snoozed: 'orange', major: 'red', passedOver: 'orange' } as const;

/** That a case is snoozed, major, or went on without evidence: short words, each with the whole of it at hand. */
export function CaseMarks({ of }: { of: ListedCase }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const names = useByServerTime((now) => marksOf(of, now).join());
  if (names === '') return null;
  const stages = () => [...new Set(of.overrides?.map(({ stage }) => words.code(stage)))];
  const whole: Record<MarkName, () => string> = {
    snoozed: () => t('page.snoozed', { until: words.value('snoozedUntil', of.snoozedUntil) }),
    major: () => t('page.major'),
    passedOver: () => t('page.passedOver', { stages: stages().join(t('list.comma')) }),
  };
  return names.split(',').map((part) => {
    const name = part as MarkName;
    return (
      <Fragment key={name}>
        <Mark colour={colours[name]} title={whole[name]()}>
          {t(`list.marks.${name}`)}
        </Mark>{' '}
      </Fragment>
    );
  });
}
