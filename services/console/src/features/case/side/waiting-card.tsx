import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { CommandContents } from '../../../shared/command-contents.js';
import { Instant } from '../../../shared/instant.js';
import { Panel } from '../../../shared/panel.js';
import type { Asked } from '../actions/command-drawer.js';
import { takeBack } from '../actions/take-back.js';
import { isBudgetUnit } from '../budget-unit.js';
import { useApprovals, useTimeline } from '../case-queries.js';
import type { Approval, CaseView } from '../case-queries.js';
import { eventName } from '../timeline/entry-facts.js';
import { useWords } from '../words.js';
import { PartActions } from './part-actions.js';

interface Props {
  of: CaseView;
  onAsk: (asked: Asked) => void;
}

/** What waits for somebody's decision: a second person, a unit that was asked, colleagues who want to see the case. */
export function WaitingCard({ of, onAsk }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const isMe = useIsMe();
  const { data } = useApprovals(of.id);
  const whyMore = useWhyMore(of);
  const approvals = data?.items.filter(({ status }) => status === 'asked') ?? [];
  const joiners = of.joiners?.filter(({ status }) => status === 'asked') ?? [];
  const clocks = of.clocks.filter(({ extensionRequestedBy }) => extensionRequestedBy);
  const count = approvals.length + joiners.length + clocks.length + (of.transferTo ? 1 : 0);
  if (count === 0) return null;
  return (
    <Panel title={t('waiting.title')}>
      <ul className="case-list">
        {of.transferTo && (
          <li>
            <p>{t('waiting.transfer', { unit: words.unit(of.transferTo) })}</p>
            <PartActions
              of={of}
              onAsk={onAsk}
              // Taking it back stands among the actions of the case, once.
              offers={[{ command: 'accept-transfer' }, { command: 'refuse-transfer' }]}
            />
          </li>
        )}
        {approvals.map((approval) => (
          <ApprovalItem key={approval.id} of={of} approval={approval} onAsk={onAsk} />
        ))}
        {clocks.map(({ clockId, kind, extensionRequestedBy, extendableBy }) => (
          <li key={clockId}>
            <p>
              {t('waiting.extension', {
                who: words.person(extensionRequestedBy!),
                kind: words.code(kind),
              })}
            </p>
            {isBudgetUnit(extendableBy?.['unit']) && (
              <p>{t('waiting.howMuch', { by: words.value('extension', extendableBy) })}</p>
            )}
            {whyMore(clockId) !== undefined && (
              <p>{t('waiting.why', { reason: words.value('reason', whyMore(clockId)) })}</p>
            )}
            {isMe(extensionRequestedBy) && (
              <p>
                <Typography.Text type="secondary">{t('waiting.another')}</Typography.Text>
              </p>
            )}
            <PartActions
              of={of}
              onAsk={onAsk}
              offers={[
                ...(isMe(extensionRequestedBy)
                  ? []
                  : [{ command: 'approve-extension', preset: { clockId } } as const]),
                isMe(extensionRequestedBy)
                  ? takeBack(clockId, t('waiting.takeBack'))
                  : { command: 'refuse-extension', preset: { clockId } },
              ]}
            />
          </li>
        ))}
        {joiners.map(({ agent }) => (
          <li key={agent}>
            <p>{t('waiting.join', { who: words.person(agent) })}</p>
            <PartActions
              of={of}
              onAsk={onAsk}
              offers={[
                { command: 'let-join', preset: { agent } },
                { command: 'refuse-join', preset: { agent } },
              ]}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The reason for which more time of a clock was asked for last. */
function useWhyMore({ id, version }: CaseView): (clockId: string) => unknown {
  const { data } = useTimeline(id, version);
  return (clockId) =>
    data?.items.findLast(
      (entry) =>
        eventName(entry.type) === 'sla.extension-requested' && entry.data['clockId'] === clockId,
    )?.data['reason'];
}

/** Whether an actor of the case is who reads: what somebody asked for is decided by another person. */
function useIsMe() {
  const { agentId, username } = useSession();
  return (actor: string | undefined) => actor === (agentId ?? username);
}

function ApprovalItem({ of, approval, onAsk }: Props & { approval: Approval }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const { id, command, by, at, decides, dueAt, input } = approval;
  return (
    <li>
      <p>
        {t('waiting.approval', {
          who: words.person(by),
          command: words.command(command),
          role: words.code(decides),
        })}{' '}
        <Instant at={at} />
      </p>
      <CommandContents {...{ command, of, words }} input={input ?? {}} />
      {dueAt && (
        <p>
          {t('waiting.until')} <Instant at={dueAt} />
        </p>
      )}
      <PartActions
        of={of}
        onAsk={onAsk}
        offers={[
          { command: 'approve-command', preset: { approvalId: id } },
          { command: 'refuse-command', preset: { approvalId: id } },
        ]}
      />
    </li>
  );
}
