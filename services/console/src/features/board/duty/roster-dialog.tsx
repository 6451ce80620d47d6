import { useQueryClient } from '@tanstack/react-query';
import { DatePicker, Flex, Form, Input, InputNumber, Modal, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeSettled } from '../../../shared/close-settled.js';
import { isStale } from '../../../shared/refusal.js';
import { useToday } from '../../../shared/server-time.js';
import { ownZone, zones } from '../../../shared/time-zones.js';
import { AgentSelect } from '../agent-select.js';
import { duty } from '../board-queries.js';
import type { DutyRoster, DutyView } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';
import { withRoster } from './duty-changes.js';
import { usePublishDuty } from './use-publish-duty.js';

interface Values {
  id: string;
  title?: string;
  tz: string;
  firstDay: Dayjs;
  handover: Dayjs;
  days: number;
  people: string[];
}

/**
 * A roster that is new, or how one is from now on. It changes the rosters as they were when it was opened: what others
 * did since is not overwritten unseen, however often the page has read them anew.
 */
export function RosterDialog(props: {
  roster: DutyRoster | undefined;
  seen: DutyView;
  onClose: () => void;
}) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<Values>();
  const { roster, onClose } = props;
  const client = useQueryClient();
  const today = useToday();
  const [seen, setSeen] = useState(props.seen);
  const publish = usePublishDuty(seen);
  // They were read anew by then, and whoever is refused is told to look.
  const lookAgain = (error: Error) => {
    if (isStale(error)) setSeen(client.getQueryData(duty.queryKey) ?? seen);
  };
  const save = ({ id, title, tz, firstDay, handover, days, people }: Values) => {
    const changed = {
      ...{ id, tz, days, people },
      ...{ firstDay: firstDay.format('YYYY-MM-DD'), handover: handover.format('HH:mm') },
      ...(title && { title }),
    };
    publish.mutate(
      { change: (body) => withRoster(body, changed) },
      { onSuccess: onClose, onError: lookAgain },
    );
  };
  const initial: Partial<Values> = roster
    ? {
        ...{ id: roster.id, tz: roster.tz, days: roster.days, people: roster.people },
        ...(roster.title !== undefined && { title: roster.title }),
        ...{ firstDay: dayjs(roster.firstDay), handover: dayjs(roster.handover, 'HH:mm') },
      }
    : {
        ...{ tz: ownZone, firstDay: today, days: 1 },
        handover: today.add(18, 'hour'),
      };
  const isFree = (_: unknown, id: string) =>
    roster === undefined && seen.rosters.some((one) => one.id === id)
      ? Promise.reject(new Error(t('duty.takenId')))
      : Promise.resolve();
  return (
    <Modal
      open
      title={roster ? t('duty.editRoster') : t('duty.addRoster')}
      okText={t('duty.save')}
      okButtonProps={{ loading: publish.isPending }}
      cancelText={t('duty.cancel')}
      onOk={() => form.submit()}
      {...closeSettled(publish.isPending, onClose)}
    >
      {!isStale(publish.error) && <FailureNotice error={publish.error} />}
      <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={save}>
        <Form.Item name="title" label={t('duty.rosterTitle')}>
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item
          name="id"
          label={t('duty.rosterId')}
          rules={[
            { required: true, message: t('duty.needId') },
            { pattern: /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u, message: t('duty.needId') },
            { validator: isFree },
          ]}
        >
          <Input disabled={roster !== undefined} />
        </Form.Item>
        <Form.Item
          name="people"
          label={t('duty.people')}
          rules={[{ required: true, message: t('duty.needPeople') }]}
        >
          <AgentSelect mode="multiple" />
        </Form.Item>
        <Flex gap="middle" wrap>
          <Form.Item name="firstDay" label={t('duty.firstDay')} rules={[{ required: true }]}>
            <DatePicker allowClear={false} />
          </Form.Item>
          <Form.Item name="handover" label={t('duty.handover')} rules={[{ required: true }]}>
            <TimePicker format="HH:mm" allowClear={false} needConfirm={false} />
          </Form.Item>
          <Form.Item name="days" label={t('duty.days')} rules={[{ required: true }]}>
            <InputNumber min={1} max={31} precision={0} />
          </Form.Item>
        </Flex>
        <Form.Item name="tz" label={t('duty.tz')} rules={[{ required: true }]}>
          <Select showSearch options={zones} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
