import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Flex, Form, Select } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { candidatesQuery } from './desk-queries.js';
import { parties, tiers } from './desk-types.js';
import { Field } from './field.js';
import type { Intake } from './desk-types.js';
import type { Lack } from './intake.js';
import { shows } from './shown-fields.js';
import type { IntakeForm } from './use-intake.js';
import type { FoundCustomer } from './use-customer.js';
import { useDebounced } from './use-debounced.js';

const lastDigits = /^\d{4}$/;
/** What the search takes; nobody's name is longer. */
const longestSearch = 100;

/** What stands in for the text while somebody types it: customers by the beginning of a name or the end of a phone. */
function useCandidates(text: string, isWanted: boolean) {
  const settled = useDebounced(text.trim(), 300);
  const { data = [] } = useQuery({
    ...candidatesQuery(settled),
    enabled: isWanted && settled !== '' && settled.length <= longestSearch,
  });
  return isWanted && settled === text.trim() ? data : [];
}

/** Who complains: by phone or by name, found among those who are known or taken down anew. */
export const CustomerFields = memo(
  function CustomerFields(props: {
    form: IntakeForm;
    found: FoundCustomer;
    lacks: readonly Lack[];
  }) {
    const { t } = useTranslation('desk');
    const { form, found, lacks } = props;
    const { phone, name, isAnonymous, customerId, tier, party } = form.intake;
    const isOpen = customerId === undefined && !isAnonymous;
    const byPhone = useCandidates(phone, isOpen && lastDigits.test(phone.trim()));
    const byName = useCandidates(name, isOpen && name.trim().length > 1);
    const optionsOf = (customers: typeof byName) =>
      customers.map((one) => ({
        value: one.id,
        label: [one.name, one.phone, t(`tier.${one.tier}`)].filter(Boolean).join(' · '),
      }));
    const known = [...byPhone, ...byName];
    const choose = (id: string) => {
      const customer = known.find((one) => one.id === id);
      if (customer) {
        form.set({ customerId: id, name: customer.name ?? '', phone: customer.phone ?? '' });
      }
    };
    const type = (change: Partial<Intake>) => {
      // What is written into the field of a chosen option is its id; choosing sets the rest.
      const written = change.phone ?? change.name;
      if (known.some(({ id }) => id === written)) return;
      form.set({ ...change, customerId: undefined });
    };
    const fault = (lack: Lack) =>
      lacks.includes(lack) || lacks.includes('customer') ? t(`lack.${lack}`) : undefined;
    return (
      <div className="desk-fields">
        <Field id="desk-phone" label={t('intake.phone')} fault={fault('phone')}>
          <AutoComplete
            id="desk-phone"
            value={phone}
            disabled={isAnonymous}
            options={optionsOf(byPhone)}
            onChange={(value: string) => type({ phone: value })}
            onSelect={choose}
            placeholder={t('intake.phoneHint')}
          />
        </Field>
        <Field id="desk-name" label={t('intake.name')} fault={fault('name')}>
          <AutoComplete
            id="desk-name"
            value={name}
            disabled={isAnonymous}
            options={optionsOf(byName)}
            onChange={(value: string) => type({ name: value })}
            onSelect={choose}
            placeholder={found.customer?.name ?? t('intake.nameHint')}
          />
        </Field>
        <Field id="desk-tier" label={t('intake.tier')}>
          <Select
            id="desk-tier"
            value={found.customer?.tier ?? tier}
            disabled={isAnonymous || found.customer !== undefined}
            options={tiers.map((value) => ({ value, label: t(`tier.${value}`) }))}
            onChange={(value) => form.set({ tier: value })}
          />
        </Field>
        <Field id="desk-party" label={t('intake.party')}>
          <Select
            id="desk-party"
            allowClear
            {...(party !== undefined && { value: party })}
            options={parties.map((value) => ({ value, label: t(`party.${value}`) }))}
            onChange={(value) => form.set({ party: value })}
            placeholder={t('intake.partyHint')}
          />
        </Field>
        <Form.Item className="desk-field desk-whole">
          <Flex gap="middle" wrap>
            <Checkbox
              checked={isAnonymous}
              onChange={(event) =>
                form.set({ isAnonymous: event.target.checked, customerId: undefined })
              }
            >
              {t('intake.anonymous')}
            </Checkbox>
          </Flex>
        </Form.Item>
      </div>
    );
  },
  shows('phone', 'name', 'isAnonymous', 'customerId', 'tier', 'party'),
);
