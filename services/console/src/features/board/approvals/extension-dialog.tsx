import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Flex, Form, Input, Modal, Segmented, Select, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../../session/session.js';
import { channels } from '../../../shared/channels.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { caseOf, historyOfExtension } from '../board-queries.js';
import type { WaitingExtension } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';
import { senderOf } from '../incidents/ways-of-cases.js';
import { CustomerLine } from '../customer-line.js';
import { useClockName } from '../use-clock-name.js';
import { isOwn } from './may-decide.js';
import { refusalReasons, useDecideExtension } from './use-decide-extension.js';
import type { ExtensionDecision } from './use-decide-extension.js';
import { usePersonName } from '../../../shared/use-person-name.js';
import { closeSettled } from '../../../shared/close-settled.js';

interface Props {
  asked: WaitingExtension;
  /** It waits no more: it was decided here or elsewhere. */
  isDecided: boolean;
  onClose: () => void;
}

/** What was asked for, and giving it or not. Reading the asker's words is recorded, so they are read here only. */
export function ExtensionDialog({ asked, isDecided, onClose }: Props) {
  const { t } = useTranslation('board');
  const [form] = Form.useForm<ExtensionDecision>();
  const nameOf = useClockName();
  const isMine = isOwn(asked.by, useSession());
  const decide = useDecideExtension(asked, isMine, onClose);
  const canBeGiven = !isMine && asked.extendedDueAt !== null;
  const isGiven = Form.useWatch('isGiven', form) ?? canBeGiven;
  // While the answer to one's own decision is on its way the list may know it already.
  const isOver = isDecided && !decide.isPending;
  const refusing = isMine ? 'extensions.end' : 'extensions.refuse';
  return (
    <Modal
      open
      title={t('extensions.heading', { clock: nameOf(asked), number: asked.number })}
      okText={t(isGiven ? 'extensions.give' : refusing)}
      okButtonProps={{ loading: decide.isPending, danger: !isGiven, disabled: isOver }}
      cancelText={t('results.cancel')}
      onOk={() => form.submit()}
      {...closeSettled(decide.isPending, onClose)}
      classNames={{ body: 'board-tall' }}
    >
      <FailureNotice error={decide.error} />
      {isOver && <Alert type="info" showIcon title={t('extensions.decided')} />}
      {isMine && <Alert type="info" showIcon title={t('extensions.own')} />}
      <AskedFor asked={asked} />
      <Form<ExtensionDecision>
        form={form}
        layout="vertical"
        initialValues={{ isGiven: canBeGiven, ...(isMine && { reason: 'other' }) }}
        onFinish={(values) => decide.mutate({ ...values, isGiven })}
      >
        {canBeGiven && (
          <Form.Item name="isGiven" label={t('extensions.decision')}>
            <Segmented
              options={[
                { value: true, label: t('extensions.give') },
                { value: false, label: t('extensions.refuse') },
              ]}
            />
          </Form.Item>
        )}
        {isGiven ? <NoticeFields asked={asked} /> : <RefusalFields isMine={isMine} />}
      </Form>
    </Modal>
  );
}

function AskedFor({ asked }: { asked: WaitingExtension }) {
  const { t } = useTranslation('board');
  const personName = usePersonName();
  const note = useQuery(historyOfExtension(asked));
  const { by, at, reason, dueAt, extendedDueAt } = asked;
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        title={t('extensions.asked')}
        items={[
          { key: 'by', label: t('extensions.by'), children: personName(by) },
          { key: 'at', label: t('extensions.at'), children: <Instant at={at} /> },
          {
            key: 'reason',
            label: t('extensions.reason'),
            children: t(`extensionReason.${reason}`),
          },
          {
            key: 'note',
            label: t('extensions.note'),
            children: <Loaded asked={note}>{(read) => read.note ?? t('extensions.noNote')}</Loaded>,
          },
          { key: 'due', label: t('extensions.due'), children: <Instant at={dueAt} /> },
          {
            key: 'would',
            label: t('extensions.would'),
            children: extendedDueAt ? <Instant at={extendedDueAt} /> : t('extensions.expired'),
          },
        ]}
      />
      <p>
        <Typography.Text type="secondary">{t('approvals.viewed')}</Typography.Text>
      </p>
    </>
  );
}

/** What the customer was told: where it was written on the page of the case it is taken from there. */
function NoticeFields({ asked }: { asked: WaitingExtension }) {
  const { caseId } = asked;
  const { t } = useTranslation('board');
  const [isWriting, setIsWriting] = useState(false);
  const written = useQuery({
    ...historyOfExtension(asked),
    // Back from the page of the case, where it was written meanwhile.
    refetchOnWindowFocus: isWriting && 'always',
  });
  const notice = written.data?.notice;
  const form = Form.useFormInstance<ExtensionDecision>();
  const { data: told } = useQuery(caseOf(caseId));
  const own = told?.channel;
  const chosen = Form.useWatch('channel', form) ?? own;
  const isTaken = Form.useWatch('text', form) === notice?.text;
  useEffect(() => {
    // What somebody chose meanwhile stays.
    if (own && form.getFieldValue('channel') === undefined) form.setFieldValue('channel', own);
  }, [own, form]);
  useEffect(() => {
    if (!notice || form.getFieldValue('text')) return;
    form.setFieldsValue({
      text: notice.text,
      ...(!form.isFieldTouched('channel') && { channel: notice.channel as 'web' }),
    });
  }, [notice, form]);
  return (
    <>
      <Typography.Paragraph type="secondary">
        {t('extensions.notice')}
        {chosen && (
          <>
            {' '}
            {t(`extensions.goes.${senderOf(chosen) === 'by-hand' ? 'by-hand' : 'written'}`, {
              channel: t(`channel.${chosen}`).toLowerCase(),
            })}
          </>
        )}
      </Typography.Paragraph>
      <Flex gap="middle" wrap className="board-meant">
        {told && (
          <span>
            <CustomerLine id={told.customer.id} label={t('extensions.customer')} />
          </span>
        )}
        <Link to={`/cases/${caseId}`} target="_blank" onClick={() => setIsWriting(true)}>
          {t('extensions.write')}
        </Link>
      </Flex>
      <Form.Item
        name="channel"
        label={t('extensions.channel')}
        rules={[{ required: true, message: t('extensions.needChannel') }]}
      >
        <Select options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('extensions.text')}
        {...(notice && isTaken && { extra: t('extensions.taken') })}
        rules={[{ required: true, whitespace: true, message: t('extensions.needText') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20_000} />
      </Form.Item>
    </>
  );
}

/** Whoever takes their own request back says why in words of their own: the reasons are those of whoever refuses. */
function RefusalFields({ isMine }: { isMine: boolean }) {
  const { t } = useTranslation('board');
  return (
    <>
      {!isMine && (
        <Form.Item
          name="reason"
          label={t('extensions.why')}
          rules={[{ required: true, message: t('override.needReason') }]}
        >
          <Select
            options={refusalReasons.map((value) => ({ value, label: t(`refusalReason.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={t(isMine ? 'extensions.ownWords' : 'extensions.words')}
        extra={t('reassign.noteHint')}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
      </Form.Item>
    </>
  );
}
