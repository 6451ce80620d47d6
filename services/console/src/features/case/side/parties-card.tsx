import { Button, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { Panel } from '../../../shared/panel.js';
import type { Asked } from '../actions/command-drawer.js';
import { useOffered } from '../actions/use-offered.js';
import { useParties, useSeesCustomers } from '../case-queries.js';
import type { CaseView, Party } from '../case-queries.js';
import { usePartyName } from '../compose/recipient.js';
import { useWords } from '../words.js';
import { PartActions } from './part-actions.js';
import { toldOf } from './told-of.js';

interface Props {
  of: CaseView;
  onAsk: (asked: Asked) => void;
}

/** Who takes part beside the customer, what they are to the case, and how they are reached. */
export function PartiesCard({ of, onAsk }: Props) {
  const { t } = useTranslation('casePage');
  const asked = useParties(of);
  const isOffered = useOffered(of)('name-party');
  if (of.parties === undefined && !isOffered) return null;
  return (
    <Panel
      title={t('parties.title')}
      extra={
        isOffered && (
          <Button size="small" onClick={() => onAsk({ command: 'name-party' })}>
            {t('parties.add')}
          </Button>
        )
      }
    >
      {of.parties === undefined ? (
        t('parties.none')
      ) : (
        <Loaded asked={asked}>
          {(parties) => (
            <ul className="case-list">
              {parties.map((party) => (
                <PartyItem key={party.id} of={of} party={party} onAsk={onAsk} />
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </Panel>
  );
}

function PartyItem({ of, party, onAsk }: Props & { party: Party }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const name = usePartyName()(party);
  // Whoever reads of a phone only how it ends would write that over it.
  const maySeeAll = useSeesCustomers();
  const { id, unit, phone, email, address, mayBeTold, isContact, note, at, by } = party;
  const ways = [phone, email, address].filter((way) => way !== null);
  const change: Asked = {
    command: 'name-party',
    preset: { partyId: id },
    initial: toldOf(party),
    title: t('parties.change'),
  };
  const drop: Asked = { command: 'drop-party', preset: { partyId: id } };
  return (
    <li aria-label={name}>
      <Flex gap="small" align="center" wrap>
        <strong>{name}</strong>
        {unit && <span>{words.unit(unit)}</span>}
        {isContact && <Tag color="processing">{t('parties.contact')}</Tag>}
        <Tag color={mayBeTold ? 'success' : 'warning'}>
          {t(mayBeTold ? 'parties.mayBeTold' : 'reply.mayNotBeTold')}
        </Tag>
      </Flex>
      <p>{ways.length > 0 ? ways.join(t('list.comma')) : t('reply.notReached')}</p>
      {note && <p>{note}</p>}
      <p>
        {t('parties.toldBy', { by: words.person(by) })} <Instant at={at} />
      </p>
      <PartActions of={of} onAsk={onAsk} offers={maySeeAll ? [change, drop] : [drop]} />
    </li>
  );
}
