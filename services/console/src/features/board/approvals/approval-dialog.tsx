import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { CommandContents } from '../../../shared/command-contents.js';
import { Loaded } from '../../../shared/loaded.js';
import { isChange } from '../../../shared/standing-of.js';
import { useSession } from '../../../session/session.js';
import { say } from '../../../shared/say.js';
import { boardKey } from '../board-queries.js';
import type { Approval } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';
import { useInputWords } from './use-input-words.js';
import { decisionsOf } from './may-decide.js';
import { closeSettled } from '../../../shared/close-settled.js';

/** What would be done, and agreeing to it or not. Reading it is recorded, so it is read here only. */
export function ApprovalDialog({ approval, onClose }: { approval: Approval; onClose: () => void }) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [lacksNote, setLacksNote] = useState(false);
  const { id: approvalId, caseId, command, number, decides } = approval;
  const path = { id: caseId };
  const asked = useQuery({
    queryKey: ['approval', approvalId],
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}/approvals', { params: { path } })),
    staleTime: Infinity,
  });
  const input = asked.data?.items.find(({ id }) => id === approvalId)?.input;
  const words = useInputWords();
  const found = useQuery({
    queryKey: ['approval', approvalId, 'case'],
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}', { params: { path } })),
    enabled: isChange(command),
  });
  const may = decisionsOf(approval, useSession());
  const decide = useMutation({
    mutationFn: async (isApproved: boolean) => {
      const body = { approvalId, ...(note && { note }) };
      await (isApproved
        ? bodyOf(
            api.POST('/api/v1/cases/{id}/commands/approve-command', { params: { path }, body }),
          )
        : bodyOf(
            api.POST('/api/v1/cases/{id}/commands/refuse-command', { params: { path }, body }),
          ));
      return isApproved;
    },
    onSuccess: (isApproved) => {
      say('success', t(isApproved ? 'approvals.done' : 'approvals.refusedDone'));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const refuse = () => {
    if (may === 'decide' && note.trim() === '') return setLacksNote(true);
    decide.mutate(false);
  };
  return (
    <Modal
      open
      title={t('approvals.heading', { command: t(`approvals.commands.${command}`), number })}
      {...closeSettled(decide.isPending, onClose)}
      classNames={{ body: 'board-tall' }}
      footer={
        <>
          <Button disabled={decide.isPending} onClick={onClose}>
            {t('results.cancel')}
          </Button>
          {may !== 'none' && (
            <Button danger loading={decide.isPending} onClick={refuse}>
              {t(may === 'take-back' ? 'approvals.takeBack' : 'approvals.refuse')}
            </Button>
          )}
          {may === 'decide' && (
            <Button
              type="primary"
              loading={decide.isPending}
              disabled={input === undefined}
              onClick={() => decide.mutate(true)}
            >
              {t('approvals.approve')}
            </Button>
          )}
        </>
      }
    >
      <FailureNotice error={decide.error} />
      {may === 'take-back' && <Alert type="info" title={t('approvals.own')} />}
      {may === 'none' && (
        <Alert type="info" title={t('approvals.below', { role: t(`role.${decides}`) })} />
      )}
      <Loaded asked={asked}>
        {() => (
          <CommandContents
            {...{ command, words }}
            input={input ?? {}}
            of={found.data}
            title={t('approvals.contents')}
          />
        )}
      </Loaded>
      <p>
        <Typography.Text type="secondary">{t('approvals.viewed')}</Typography.Text>
      </p>
      {may !== 'none' && (
        <Form layout="vertical">
          <Form.Item
            label={t('approvals.note')}
            htmlFor="approval-note"
            {...(lacksNote && { validateStatus: 'error' as const, help: t('approvals.needNote') })}
          >
            <Input.TextArea
              id="approval-note"
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2_000}
              value={note}
              onChange={({ target }) => {
                setNote(target.value);
                setLacksNote(false);
              }}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
