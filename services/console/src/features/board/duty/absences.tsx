import { Button, DatePicker, Flex, Form, Typography } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import { useServerTime } from '../../../shared/server-time.js';
import { ownZone } from '../../../shared/zoned-text.js';
import { AgentSelect } from '../agent-select.js';
import type { DutyView, OnCall } from '../board-types.js';
import { withAbsence, withoutAbsence } from './duty-changes.js';
import { nextInTurn } from './next-in-turn.js';
import { turnsOfAbsence } from './turns-of-absence.js';
import type { TakenTurn } from './turns-of-absence.js';
import type { usePublishDuty } from './use-publish-duty.js';
import { usePersonName } from '../../../shared/use-person-name.js';

interface Values {
  agentId: string;
  span: [Dayjs, Dayjs];
  standIn?: string;
}

/** Days by the reader's own clock; before the server has told the time, by that of their computer. */
const restOfToday = (now: number | undefined): Values['span'] => [
  dayjs(now),
  dayjs(now).add(1, 'day').startOf('day'),
];
const tomorrow = (now: number | undefined): Values['span'] => [
  dayjs(now).add(1, 'day').startOf('day'),
  dayjs(now).add(2, 'day').startOf('day'),
];

/** Who is away, until when, and who stands in; recording an absence, and that somebody is back. */
export function Absences(props: {
  seen: DutyView;
  /** Who is called of each roster, now and at the turns to come. */
  onCall: readonly OnCall[];
  publish: ReturnType<typeof usePublishDuty>;
}) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const now = useServerTime();
  const personName = usePersonName();
  const { agentId: me } = useSession();
  const { seen, onCall, publish } = props;
  const shown = seen.absences
    .map((absence, index) => ({ ...absence, index }))
    .filter(({ to }) => now !== undefined && Date.parse(to) > now);
  const away = Form.useWatch('agentId', form);
  const span = Form.useWatch('span', form)?.map((one) => one?.toISOString());
  const nextOf = (agentId: string, from?: string, to?: string) => {
    const agents = nextInTurn(seen, agentId, from, to).map((one) => personName(one));
    return agents.length === 0
      ? t('duty.nextInTurn')
      : t('duty.nextInTurnIs', { agents: agents.join(t('snooze.and')) });
  };
  const add = ({ agentId, span: [from, to], standIn }: Values) =>
    publish.mutate(
      {
        change: (body) =>
          withAbsence(body, {
            ...{ agentId, from: from.toISOString(), to: to.toISOString() },
            ...(standIn !== undefined && { standIn }),
          }),
      },
      { onSuccess: () => form.resetFields() },
    );
  const isBack = (index: number) =>
    now !== undefined &&
    publish.mutate({
      change: (body) => withoutAbsence(body, index, new Date(now).toISOString()),
    });
  return (
    <Panel title={t('duty.absences')}>
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{t('duty.ownTimes', { tz: ownZone() })}</Typography.Text>
        {shown.length === 0 ? (
          <Typography.Text type="secondary">{t('duty.noAbsences')}</Typography.Text>
        ) : (
          <ul className="board-list">
            {shown.map(({ agentId, from, to, standIn, index }) => (
              <li key={index}>
                <Flex gap="small" align="center" wrap>
                  <Typography.Text strong>
                    {agentId === me
                      ? t('duty.me', { agent: personName(agentId) })
                      : personName(agentId)}
                  </Typography.Text>
                  <span>
                    <Instant at={from} /> – <Instant at={to} />
                  </span>
                  <span>
                    {t('duty.standIn')}: {standIn ? personName(standIn) : nextOf(agentId, from, to)}
                  </span>
                  <Button size="small" loading={publish.isPending} onClick={() => isBack(index)}>
                    {now !== undefined && Date.parse(from) > now
                      ? t('duty.withdrawAbsence')
                      : t('duty.endAbsence')}
                  </Button>
                </Flex>
                <TakenTurns turns={turnsOfAbsence({ agentId, from, to }, onCall)} seen={seen} />
              </li>
            ))}
          </ul>
        )}
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={me === null ? {} : { agentId: me }}
          onFinish={add}
        >
          <Flex gap="middle" wrap align="end">
            <Form.Item
              name="agentId"
              label={t('duty.agent')}
              rules={[{ required: true, message: t('duty.needAgent') }]}
              className="board-field"
            >
              <AgentSelect marksMe />
            </Form.Item>
            <Form.Item>
              <Flex gap="small">
                <Button onClick={() => form.setFieldValue('span', restOfToday(now))}>
                  {t('duty.restOfToday')}
                </Button>
                <Button onClick={() => form.setFieldValue('span', tomorrow(now))}>
                  {t('duty.tomorrow')}
                </Button>
              </Flex>
            </Form.Item>
            <Form.Item
              name="span"
              label={t('duty.span')}
              rules={[{ required: true, message: t('duty.needSpan') }]}
            >
              <DatePicker.RangePicker
                showTime={{ format: 'HH:mm' }}
                format="YYYY-MM-DD HH:mm"
                // Enter ends an instant that is written; it does not send the form as well.
                onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              />
            </Form.Item>
            <Form.Item name="standIn" label={t('duty.standIn')} className="board-field">
              <AgentSelect
                allowClear
                placeholder={away ? nextOf(away, span?.[0], span?.[1]) : t('duty.nextInTurn')}
              />
            </Form.Item>
            <Form.Item>
              <Button htmlType="submit" loading={publish.isPending}>
                {t('duty.addAbsence')}
              </Button>
            </Form.Item>
          </Flex>
        </Form>
      </Flex>
    </Panel>
  );
}

/** Who takes each of the turns that come up meanwhile. */
function TakenTurns({ turns, seen }: { turns: readonly TakenTurn[]; seen: DutyView }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  if (turns.length === 0) return null;
  const nameOf = (id: string) => seen.rosters.find((one) => one.id === id)?.title ?? id;
  return (
    <ul className="board-list">
      {turns.map(({ roster, from, agentId }) => (
        <li key={`${roster} ${from}`}>
          <Instant at={from} />{' '}
          {agentId === null
            ? t('duty.nobodyTakes', { roster: nameOf(roster) })
            : t('duty.takes', { roster: nameOf(roster), agent: personName(agentId) })}
        </li>
      ))}
    </ul>
  );
}
