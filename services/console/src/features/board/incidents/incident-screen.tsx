import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../../shared/loaded.js';
import { BoardFrame } from '../board-frame.js';
import { incidentOf } from '../board-queries.js';
import type { IncidentCases } from '../board-types.js';
import { useCasesOf } from '../../../shared/use-cases-of.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { AnswerAllDialog } from './answer-all-dialog.js';
import { AnswersGiven } from './answers-given.js';
import { CategoryCell } from './category-cell.js';
import { IncidentCommandDialog } from './incident-command-dialog.js';
import { JoinDialog } from './join-dialog.js';
import { LeaveDialog } from './leave-dialog.js';
import { StillToCall } from './still-to-call.js';
import { usePersonName } from '../../../shared/use-person-name.js';

/** As many as a list of cases answers at once. */
const mostCompared = 200;

type Member = IncidentCases['cases'][number];

/** A mass incident: the case that stands for it, those that belong to it, and what is done to all of them. */
export function Screen() {
  const { t } = useTranslation('board');
  const { id = '' } = useParams();
  const asked = useQuery(incidentOf(id));
  const number = asked.data?.incident.number ?? '';
  return (
    <BoardFrame
      title={t('incidents.heading', { number })}
      extra={
        <Flex gap="middle">
          <Link to="/board/incidents">{t('incidents.back')}</Link>
          <Link to={`/cases/${id}`}>{t('case.open')}</Link>
        </Flex>
      }
    >
      <Loaded<IncidentCases> asked={asked}>{(of) => <Members of={of} />}</Loaded>
    </BoardFrame>
  );
}

function Members({ of }: { of: IncidentCases }) {
  const { incident, total, cases } = of;
  const { t } = useTranslation('board');
  const { unitName } = useOrganisation();
  // Of more than a list answers at once nobody compares them one by one.
  const known = useCasesOf(
    cases.length < mostCompared ? [[incident, ...cases].map(({ id }) => id)] : [],
  );
  const categories = new Map([...known].map(([id, { category }]) => [id, category]));
  const personName = usePersonName();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asks, setAsks] = useState<'answer' | 'command' | 'join' | 'leave'>();
  const meant = cases.filter(({ id }) => chosen.includes(id));
  const close = () => setAsks(undefined);
  // Bound to many rows, 10 000 of them too: only what is in sight is drawn.
  const shown = [incident, ...cases];
  const isLong = shown.length > 60;
  return (
    <>
      <Flex gap="small" align="center" wrap>
        <Typography.Text>
          {t('incidents.total', { all: total + 1, seen: shown.length })}
        </Typography.Text>
        <Tag>{t('incidents.standing', { status: t(`status.${incident.status}`) })}</Tag>
        <Button type="primary" disabled={cases.length === 0} onClick={() => setAsks('command')}>
          {t('incidents.command')}
        </Button>
        <Button disabled={cases.length === 0} onClick={() => setAsks('answer')}>
          {t('answers.title')}
        </Button>
        <Button onClick={() => setAsks('join')}>{t('incidents.declare')}</Button>
        <Button disabled={meant.length === 0} onClick={() => setAsks('leave')}>
          {t('incidents.leave')}
        </Button>
      </Flex>
      {asks !== 'answer' && <AnswersGiven of={of} />}
      {asks !== 'answer' && <StillToCall of={of} />}
      <Table<Member>
        size="small"
        rowKey="id"
        pagination={false}
        virtual={isLong}
        scroll={{ x: 940, ...(isLong && { y: 600 }) }}
        dataSource={shown}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          // The one that stands for the others leaves no incident.
          getCheckboxProps: ({ id }) => ({ disabled: id === incident.id }),
        }}
        columns={[
          {
            title: t('alerts.case'),
            width: 160,
            render: (_, { id, number }) => (
              <>
                <Link to={`/cases/${id}`}>{number}</Link>
                {id === incident.id && <Tag color="blue">{t('incidents.stands')}</Tag>}
              </>
            ),
          },
          {
            title: t('case.category'),
            width: 160,
            render: (_, { id }) => <CategoryCell {...{ id, categories }} of={incident.id} />,
          },
          {
            title: t('incidents.channel'),
            width: 100,
            render: (_, { channel }) => t(`channel.${channel}`),
          },
          {
            title: t('case.stage'),
            width: 160,
            render: (_, { stage, status }) => (
              <>
                {t(`stage.${stage}`)} <Tag>{t(`status.${status}`)}</Tag>
              </>
            ),
          },
          {
            title: t('case.owner'),
            width: 120,
            render: (_, { owner }) => (owner ? personName(owner) : t('nobody')),
          },
          {
            title: t('case.unit'),
            width: 160,
            render: (_, { unit }) => (unit ? unitName(unit) : t('noUnit')),
          },
        ]}
      />
      {asks === 'answer' && <AnswerAllDialog of={of} onClose={close} />}
      {asks === 'command' && (
        <IncidentCommandDialog incident={incident} cases={cases} onClose={close} />
      )}
      {asks === 'join' && <JoinDialog incident={incident.number} onClose={close} />}
      {asks === 'leave' && <LeaveDialog cases={meant} onClose={close} />}
    </>
  );
}
