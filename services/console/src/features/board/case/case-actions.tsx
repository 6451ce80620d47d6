import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Tooltip, Typography } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../../session/session.js';
import { api, bodyOf } from '../../../api/client.js';
import { boardKey } from '../board-queries.js';
import type { CaseView } from '../board-types.js';
import { FailureNotice } from '../commands/failure-notice.js';
import { useAlertsOfCase } from '../now/use-alerts-of-case.js';
import { OverrideDialog, workStageOf } from '../commands/override-dialog.js';
import { ReassignDialog } from '../commands/reassign-dialog.js';
import { SnoozeDialog } from '../commands/snooze-dialog.js';
import { useAcknowledge } from '../../../shared/alerts/use-acknowledge.js';

/** What somebody who leads does to a case without leaving the board. */
export function CaseActions({
  of,
  alertId,
  isRoom = false,
}: {
  of: CaseView;
  alertId?: string;
  /** Within its room a major complaint needs no way to it. */
  isRoom?: boolean;
}) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const { agentId: me } = useSession();
  const [asks, setAsks] = useState<'reassign' | 'reassign-to-me' | 'snooze' | 'override'>();
  const acknowledge = useAcknowledge(boardKey);
  const takeBeside = useAcknowledge(boardKey);
  const beside = useAlertsOfCase(of.id, alertId !== undefined).filter(({ id }) => id !== alertId);
  const resume = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/cases/{id}/commands/resume-reminders', {
          params: { path: { id: of.id } },
          body: { expectedVersion: of.version },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const close = () => setAsks(undefined);
  const stage = workStageOf(of);
  const isEnded = of.stage === 'closed';
  const whyNotSnoozed = isEnded
    ? t('case.isEnded')
    : of.status === 'resolved'
      ? t('snooze.notOver')
      : of.priority === 'critical'
        ? t('snooze.notCritical')
        : undefined;
  const whyId = useId();
  const isTaken = acknowledge.data?.some(({ error }) => error === undefined) ?? false;
  const refused = [...(acknowledge.data ?? []), ...(takeBeside.data ?? [])].find(
    ({ error }) => error !== undefined,
  )?.error;
  return (
    <>
      <FailureNotice error={resume.error ?? refused} />
      {isTaken && !isEnded && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t('alerts.takenMeans')}
          description={
            <>
              {of.owner === null && <p>{t('alerts.noOwnerYet')}</p>}
              {beside.length > 0 && (
                <Typography.Text type="warning">
                  {t('alerts.besideTaken', { count: beside.length })}
                </Typography.Text>
              )}
            </>
          }
          action={
            <Flex vertical gap="small">
              {beside.length > 0 && (
                <Button
                  size="small"
                  type="primary"
                  loading={takeBeside.isPending}
                  onClick={() => takeBeside.mutate(beside.map(({ id }) => id))}
                >
                  {t('alerts.takeBeside', { count: beside.length })}
                </Button>
              )}
              {me !== null && of.owner !== me && (
                <Button size="small" onClick={() => setAsks('reassign-to-me')}>
                  {t('alerts.giveToMe')}
                </Button>
              )}
              <Button size="small" onClick={() => setAsks('reassign')}>
                {t('alerts.giveTo')}
              </Button>
            </Flex>
          }
        />
      )}
      <Flex gap="small" wrap>
        {alertId && (
          <Button
            type={isTaken ? 'default' : 'primary'}
            className={isTaken ? 'board-greyed' : ''}
            // Disabled it would lose the focus, and with it the drawer its Escape.
            aria-disabled={isTaken}
            loading={acknowledge.isPending}
            onClick={() => !isTaken && acknowledge.mutate([alertId])}
          >
            {isTaken ? t('alerts.taken') : t('alerts.acknowledge')}
          </Button>
        )}
        <Tooltip title={isEnded && t('case.isEnded')}>
          <Button disabled={isEnded} onClick={() => setAsks('reassign')}>
            {t('reassign.action')}
          </Button>
        </Tooltip>
        {of.snoozedUntil ? (
          <Button loading={resume.isPending} onClick={() => resume.mutate()}>
            {t('snooze.resume')}
          </Button>
        ) : (
          // A disabled button is no place for a focus.
          <Button
            className={whyNotSnoozed ? 'board-greyed' : ''}
            aria-disabled={whyNotSnoozed !== undefined}
            aria-describedby={whyNotSnoozed && whyId}
            onClick={() => whyNotSnoozed === undefined && setAsks('snooze')}
          >
            {t('snooze.action')}
          </Button>
        )}
        {whyNotSnoozed && (
          <Typography.Text id={whyId} type="secondary">
            {whyNotSnoozed}
          </Typography.Text>
        )}
        {stage && (
          <Button
            className={of.owner === null ? 'board-greyed' : ''}
            aria-disabled={of.owner === null}
            aria-describedby={of.owner === null ? `${whyId}-stage` : undefined}
            onClick={() => of.owner !== null && setAsks('override')}
          >
            {t('override.action')}
          </Button>
        )}
        {stage && of.owner === null && (
          <Typography.Text id={`${whyId}-stage`} type="secondary">
            {t('override.ownerFirst')}
          </Typography.Text>
        )}
        {!isRoom && of.triage?.complaintTier === 'major' && (
          <Link to={`/board/major/${of.id}`}>{t('case.major')}</Link>
        )}
      </Flex>
      {(asks === 'reassign' || asks === 'reassign-to-me') && (
        <ReassignDialog
          cases={[of]}
          {...(asks === 'reassign-to-me' && me !== null && { owner: me })}
          onClose={close}
        />
      )}
      {asks === 'snooze' && <SnoozeDialog cases={[of]} onClose={close} />}
      {asks === 'override' && stage && <OverrideDialog of={of} stage={stage} onClose={close} />}
    </>
  );
}
