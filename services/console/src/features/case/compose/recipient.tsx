import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../shared/field.js';
import type { Party } from '../case-queries.js';
import { useWords } from '../words.js';
import type { Reply } from './drafts.js';
import { isReached } from './check-reply.js';

/** Stands for the customer among those who can be written to; no party has it for an id. */
const customer = 'customer';

/** What a party is called: by their name, or by what they are where the customer’s data was erased. */
export function usePartyName(): (party: Pick<Party, 'name' | 'role'>) => string {
  const { t } = useTranslation('casePage');
  const words = useWords();
  return ({ name, role }) =>
    name === null ? words.code(role) : t('reply.party', { name, role: words.code(role) });
}

interface Props {
  parties: readonly Party[];
  reply: Reply;
  channels: readonly Reply['channel'][];
  onChange: (more: Partial<Reply>) => void;
}

/** To whom a message goes. Who may not be told, or is reached by nothing, can be seen and not chosen. */
export function RecipientField({ parties, reply, channels, onChange }: Props) {
  const { t } = useTranslation('casePage');
  const nameOf = usePartyName();
  const whyNot = ({ mayBeTold, reachedBy }: Party) => {
    if (!mayBeTold) return t('reply.mayNotBeTold');
    return reachedBy.length === 0 ? t('reply.notReached') : undefined;
  };
  const take = (id: string) => {
    const party = parties.find((one) => one.id === id);
    if (!party) return onChange({ partyId: undefined });
    const known = isReached(party, reply.channel) ? reply.channel : undefined;
    const other = channels.find((channel) => isReached(party, channel));
    onChange({ partyId: id, channel: known ?? other ?? party.reachedBy[0] ?? reply.channel });
  };
  const options = parties.map((party) => {
    const reason = whyNot(party);
    const name = nameOf(party);
    const label = reason === undefined ? name : t('reply.notFor', { name, reason });
    return { value: party.id, label, disabled: reason !== undefined };
  });
  const isGone = reply.partyId !== undefined && !parties.some(({ id }) => id === reply.partyId);
  const gone = isGone ? [{ value: reply.partyId!, label: t('reply.gone'), disabled: true }] : [];
  return (
    <Field label={t('reply.recipient')} id="reply-recipient" className="case-slim case-wide">
      <Select
        id="reply-recipient"
        value={reply.partyId ?? customer}
        onChange={take}
        options={[{ value: customer, label: t('reply.customer') }, ...options, ...gone]}
      />
    </Field>
  );
}
