import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { SectionFrame } from '../section-frame.js';
import { VersionBy } from '../version-by.js';
import { readCoach } from './coach-requests.js';
import { CoachText } from './coach-text.js';
import { CoachTrial } from './coach-trial.js';
import { PhraseTable } from './phrase-table.js';

/** What the wording coach goes by: phrases that are not said, signs it hears, types of customers. */
export function CoachSection() {
  const { t } = useTranslation('admin');
  const asked = useQuery({ queryKey: ['coach'], queryFn: readCoach });
  return (
    <SectionFrame name="coach">
      <Loaded asked={asked}>
        {(coach) => (
          <>
            <VersionBy {...coach} />
            <Tabs
              items={[
                {
                  ...{ key: 'phrases', label: t('coach.phrases') },
                  children: <PhraseTable coach={coach} />,
                },
                {
                  ...{ key: 'text', label: t('coach.everything') },
                  children: <CoachText coach={coach} />,
                },
                { key: 'try', label: t('coach.try'), children: <CoachTrial /> },
              ]}
            />
          </>
        )}
      </Loaded>
    </SectionFrame>
  );
}
