import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../../shared/loaded.js';
import { BoardFrame } from '../board-frame.js';
import { incidentOf } from '../board-queries.js';
import type { IncidentCases } from '../board-types.js';
import { useOrganisation } from '../../../shared/use-organisation.js';
import { AnswerAllDialog } from './answer-all-dialog.js';
import { AnswersGiven } from './answers-given.js';
import { IncidentCommandDialog } from './incident-command-dialog.js';
import { JoinDialog } from './join-dialog.js';
import { LeaveDialog } from './leave-dialog.js';
import { usePersonName } from '../../../shared/use-person-name.js';

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
  const personName = usePersonName();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asks, setAsks] = useState<'answer' | 'command' | 'join' | 'leave'>();
  const meant = cases.filter(({ id }) => chosen.includes(id));
  const close = () => setAsks(undefined);
  // Bound to many rows, 10 000 of them too: only what is in sight is drawn.
  const isLong = cases.length > 60;
  return (
    <>
      <Flex gap="small" align="center" wrap>
        <Typography.Text>
          {t('incidents.total', { all: total + 1, n: total, seen: cases.length })}
        </Typography.Text>
        <Tag>{t(`status.${incident.status}`)}</Tag>
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
      <Table<Member>
        size="small"
        rowKey="id"
        pagination={false}
        virtual={isLong}
        scroll={{ x: 640, ...(isLong && { y: 600 }) }}
        dataSource={cases}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
        }}
        columns={[
          {
            title: t('alerts.case'),
            width: 160,
            render: (_, { id, number }) => <Link to={`/cases/${id}`}>{number}</Link>,
          },
          { title: t('case.stage'), width: 120, render: (_, { stage }) => t(`stage.${stage}`) },
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
