import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../../shared/loaded.js';
import { Panel } from '../../../shared/panel.js';
import { BoardFrame } from '../board-frame.js';
import { caseOf, taskForceOf } from '../board-queries.js';
import type { CaseView, TaskForce } from '../board-types.js';
import { CaseActions } from '../case/case-actions.js';
import { CaseFacts } from '../case/case-facts.js';
import { RoomClocks } from './room-clocks.js';
import { StakeholderMap } from './stakeholder-map.js';
import { TaskForceCard } from './task-force-card.js';

/** Only of a major complaint a task force is named and its stakeholders are mapped. */
const isMajor = ({ triage }: CaseView) => triage?.complaintTier === 'major';

/** Where a major complaint is settled: the case, who settles it together, and everybody who has a say in it. */
export function Screen() {
  const { t } = useTranslation('board');
  const { id = '' } = useParams();
  const asked = useQuery(caseOf(id));
  const force = useQuery(taskForceOf(id));
  const number = asked.data?.number ?? '';
  return (
    <BoardFrame
      title={t('major.roomTitle', { number })}
      extra={
        <Flex gap="middle">
          <Link to="/board/major">{t('major.back')}</Link>
          <Link to={`/cases/${id}`}>{t('case.open')}</Link>
        </Flex>
      }
    >
      <Loaded<CaseView> asked={asked}>
        {(of) => (
          <div className="board-columns">
            <Loaded<TaskForce> asked={force}>
              {(shown) => (
                <Flex vertical gap="middle">
                  {!isMajor(of) && <Alert type="warning" showIcon title={t('major.noLonger')} />}
                  <TaskForceCard of={of} force={shown} mayChange={isMajor(of)} />
                  <StakeholderMap
                    of={of}
                    stakeholders={shown.stakeholders}
                    mayChange={isMajor(of)}
                  />
                  <Typography.Text type="secondary">{t('major.viewed')}</Typography.Text>
                </Flex>
              )}
            </Loaded>
            <Panel title={of.number}>
              <Flex vertical gap="middle">
                <CaseFacts of={of} />
                <RoomClocks of={of} />
                <Typography.Text type="secondary">{t('major.words')}</Typography.Text>
                <CaseActions of={of} isRoom />
              </Flex>
            </Panel>
          </div>
        )}
      </Loaded>
    </BoardFrame>
  );
}
