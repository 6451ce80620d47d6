import { useTranslation } from 'react-i18next';
import { Countdown } from './countdown.js';
import { foremost, isLate } from './foremost-clock.js';
import { Mark } from './mark.js';
import { usePersonName } from './use-person-name.js';
import type { ListedCase } from './use-cases-of.js';

/** How a case stands in a line of a list of choices: its status, whose it is, what is overdue or due next. */
export function CaseStanding({ of }: { of: ListedCase | undefined }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  if (!of) return null;
  const clock = foremost(of);
  return (
    <>
      <Mark>{t(`caseField.status.${of.status}`)}</Mark>{' '}
      <span>{of.owner ? nameOf(of.owner) : t('caseField.noOwner')}</span>
      {clock && (
        <>
          {' · '}
          <Countdown clock={isLate(clock) ? { ...clock, state: 'running' } : clock} />
        </>
      )}
    </>
  );
}
