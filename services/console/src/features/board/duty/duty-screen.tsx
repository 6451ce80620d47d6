import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { BoardFrame } from '../board-frame.js';
import { duty, dutyNow } from '../board-queries.js';
import type { DutyRoster, DutyView } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';
import { isStale } from '../../../shared/refusal.js';
import { Absences } from './absences.js';
import { RosterCard } from './roster-card.js';
import { RosterDialog } from './roster-dialog.js';
import { usePublishDuty } from './use-publish-duty.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** Who is on call, taking over, and who is away. */
export function Screen() {
  const { t } = useTranslation('board');
  const asked = useQuery(duty);
  return (
    <BoardFrame title={t('duty.title')}>
      <Loaded<DutyView> asked={asked}>{(seen) => <Duty seen={seen} />}</Loaded>
    </BoardFrame>
  );
}

function Duty({ seen }: { seen: DutyView }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const { data: now } = useQuery(dutyNow);
  const publish = usePublishDuty(seen);
  const [edited, setEdited] = useState<DutyRoster | 'new'>();
  return (
    <>
      {!isStale(publish.error) && <FailureNotice error={publish.error} />}
      <Flex gap="small" align="center" justify="space-between" wrap>
        {seen.version > 0 ? (
          <Typography.Text type="secondary">
            {t('duty.version', { version: seen.version, by: personName(seen.publishedBy ?? '') })}
          </Typography.Text>
        ) : (
          <span />
        )}
        <Button onClick={() => setEdited('new')}>{t('duty.addRoster')}</Button>
      </Flex>
      {seen.rosters.length === 0 && <Empty description={t('duty.none')} />}
      <div className="board-places">
        {seen.rosters.map((roster) => (
          <RosterCard
            key={roster.id}
            roster={roster}
            onCall={now?.rosters.find((one) => one.roster === roster.id)}
            publish={publish}
            onEdit={() => setEdited(roster)}
          />
        ))}
      </div>
      <Absences seen={seen} onCall={now?.rosters ?? []} publish={publish} />
      {edited && (
        <RosterDialog
          roster={edited === 'new' ? undefined : edited}
          seen={seen}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
