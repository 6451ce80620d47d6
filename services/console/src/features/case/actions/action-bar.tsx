import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasRole, useSession } from '../../../session/session.js';
import { contactAddress } from '../../../shared/contact-address.js';
import type { Role } from '../../../session/session.js';
import type { ContactKind } from '../../../shared/contact-address.js';
import type { CaseView } from '../case-queries.js';
import type { CommandName } from '../words.js';
import type { Asked } from './command-drawer.js';
import { withOften } from './menu-groups.js';
import { MoreMenu } from './more-menu.js';
import { commandGroups, contactsBeside, contactsOf, likelyNext } from './offered.js';
import { ownRequest, takeBack } from './take-back.js';
import { useOffered } from './use-offered.js';
import { whyNot } from './why-not.js';

const mostButtons = 4;
/** Who declares a complaint major; agents triage it among all else. */
const leads: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** What can be done with the case, by one's rights and by its state: the likely things, and all the others. */
export function ActionBar({ of, onAsk }: { of: CaseView; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('casePage');
  const offered = useOffered(of);
  const likely = likelyNext(of).filter(offered).slice(0, mostButtons);
  const groups = withOften(
    commandGroups.map(({ name, commands: all }) => ({
      name,
      commands: all.filter((one) => offered(one) && !likely.includes(one)),
    })),
  );
  const navigate = useNavigate();
  const session = useSession();
  const own = ownRequest(of.clocks, session.agentId ?? session.username);
  const isTakenBack = (command: CommandName) => command === 'refuse-extension' && own !== undefined;
  const mayAsk = hasRole(session, ['agent', 'supervisor', 'admin']);
  const mayDeclare =
    hasRole(session, leads) && offered('triage') && of.triage?.complaintTier !== 'major';
  const contacts = mayAsk ? contactsOf(of) : [];
  const beside = mayAsk ? contactsBeside(of) : [];
  const record = (kind: ContactKind) =>
    void navigate(contactAddress({ kind, number: of.number, caseId: of.id }));
  const isFirst = (index: number) => index === 0 && contacts.length === 0;
  return (
    <Space wrap className="case-actions">
      {contacts.map((kind, index) => (
        <Button key={kind} type={index === 0 ? 'primary' : 'default'} onClick={() => record(kind)}>
          {t(`actions.${kind}`)}
        </Button>
      ))}
      {likely.map((command, index) => (
        <Button
          key={command}
          type={isFirst(index) ? 'primary' : 'default'}
          onClick={() => onAsk({ command })}
        >
          {t(`commands.${command}`)}
        </Button>
      ))}
      {mayDeclare && (
        <Button
          onClick={() =>
            onAsk({
              ...{ command: 'triage', title: t('actions.declareMajor') },
              ...{ preset: { complaintTier: 'major' }, only: ['note'] },
              hint: t('actions.majorHint'),
            })
          }
        >
          {t('actions.declareMajor')}
        </Button>
      )}
      {(groups.length > 0 || beside.length > 0) && (
        <MoreMenu
          onPick={(key) => {
            const asked = beside.find((kind) => kind === key);
            if (asked) record(asked);
            else if (own !== undefined && key === 'refuse-extension')
              onAsk(takeBack(own, t('waiting.takeBack')));
            else onAsk({ command: key as CommandName });
          }}
          groups={[
            ...groups.map(({ name, commands: all }) => ({
              key: `group ${name}`,
              label: t(`actions.groups.${name}`),
              entries: all.map((command) => {
                const why = whyNot(command, of);
                const label = isTakenBack(command)
                  ? t('waiting.takeBack')
                  : t(`commands.${command}`);
                return {
                  key: command,
                  disabled: why !== undefined,
                  label: why ? t('actions.whyNot', { label, why: t(`actions.${why}`) }) : label,
                };
              }),
            })),
            {
              key: 'group feedback',
              label: t('actions.groups.feedback'),
              entries: beside.map((kind) => ({ key: kind, label: t(`actions.${kind}`) })),
            },
          ]}
        />
      )}
    </Space>
  );
}
