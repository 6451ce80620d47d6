import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParties } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { usePartyName } from '../compose/recipient.js';

interface Props {
  of: CaseView;
  /** As the form that it lies in gives them. */
  id?: string;
  value?: string;
  onChange?: (partyId: string | undefined) => void;
}

/** One of those who take part; nobody: the customer. */
export function PartySelect({ of, ...bound }: Props) {
  const { t } = useTranslation('casePage');
  const nameOf = usePartyName();
  const { data: parties = [] } = useParties(of);
  return (
    <Select
      {...bound}
      allowClear
      placeholder={t('reply.customer')}
      options={parties.map((party) => ({ value: party.id, label: nameOf(party) }))}
    />
  );
}
