import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Flex, Select } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/field.js';
import { candidatesQuery } from './desk-queries.js';
import { parties, tiers } from './desk-types.js';
import type { Customer, Intake } from './desk-types.js';
import type { Lack } from './intake.js';
import { isPhone } from './intake.js';
import { useLatest } from '../../shared/use-latest.js';
import { isPlausiblePhone } from './plausible-phone.js';
import { shows } from './shown-fields.js';
import type { IntakeForm } from './use-intake.js';
import type { FoundCustomer } from './use-customer.js';
import { useSettled } from '../../shared/use-settled.js';

const lastDigits = /^\d{4}$/;
/** What the search takes; nobody's name is longer. */
const longestSearch = 100;

/** Whoever is still typing is asked nothing. */
const doubtAfterMs = 800;

const nobody: Customer[] = [];

/** What stands in for the text while somebody types it: customers by the beginning of a name or the end of a phone. */
function useCandidates(text: string, isWanted: boolean) {
  const settled = useSettled(text.trim(), 300);
  const { data = nobody } = useQuery({
    ...candidatesQuery(settled),
    enabled: isWanted && settled !== '' && settled.length <= longestSearch,
  });
  return isWanted && settled === text.trim() ? data : nobody;
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
    const typed = phone.trim();
    const settled = useSettled(typed, doubtAfterMs);
    const isDoubted =
      isOpen && !found.customer && settled === typed && isPhone(typed) && !isPlausiblePhone(typed);
    const digits = typed.replace(/\D/g, '').length;
    const fault = (lack: Lack) =>
      lacks.includes(lack) || lacks.includes('customer') ? t(`lack.${lack}`) : undefined;
    const typePhone = useLatest((written: string) => type({ phone: written }));
    const typeName = useLatest((written: string) => type({ name: written }));
    const chooseNow = useLatest(choose);
    const set = useLatest((change: Partial<Intake>) => form.set(change));
    return (
      <div className="desk-fields">
        <Sought
          id="desk-phone"
          label={t('intake.phone')}
          fault={fault('phone')}
          {...(isDoubted && { doubt: t('intake.phoneDoubt', { count: digits }) })}
          value={phone}
          isDisabled={isAnonymous}
          candidates={byPhone}
          onType={typePhone}
          onChoose={chooseNow}
          placeholder={t('intake.phoneHint')}
        />
        <Sought
          id="desk-name"
          label={t('intake.name')}
          fault={fault('name')}
          value={name}
          isDisabled={isAnonymous}
          candidates={byName}
          onType={typeName}
          onChoose={chooseNow}
          placeholder={found.customer?.name ?? t('intake.nameHint')}
        />
        <Kind
          tier={found.customer?.tier ?? tier}
          isKnown={found.customer !== undefined}
          party={party}
          isAnonymous={isAnonymous}
          onSet={set}
        />
      </div>
    );
  },
  shows('phone', 'name', 'isAnonymous', 'customerId', 'tier', 'party'),
);

type Candidates = ReturnType<typeof useCandidates>;

/** A field in which somebody who is known is found; drawn anew when it is typed into, and not with the one beside it. */
const Sought = memo(function Sought(props: {
  id: string;
  label: string;
  fault: string | undefined;
  /** What should be looked at again, and stops nobody. */
  doubt?: string;
  value: string;
  isDisabled: boolean;
  candidates: Candidates;
  onType: (written: string) => void;
  onChoose: (id: string) => void;
  placeholder: string;
}) {
  const { t } = useTranslation('desk');
  const { id, label, fault, doubt } = props;
  const options = props.candidates.map((one) => ({
    value: one.id,
    label: [one.name, one.phone, t(`tier.${one.tier}`)].filter(Boolean).join(' · '),
  }));
  return (
    <Field id={id} label={label} fault={fault}>
      <AutoComplete
        id={id}
        status={fault !== undefined ? 'error' : doubt !== undefined ? 'warning' : ''}
        value={props.value}
        disabled={props.isDisabled}
        options={options}
        onChange={props.onType}
        onSelect={props.onChoose}
        placeholder={props.placeholder}
      />
      {doubt !== undefined && (
        <div className="desk-doubt" role="status">
          {doubt}
        </div>
      )}
    </Field>
  );
});

/** What kind of customer it is. */
const Kind = memo(function Kind(props: {
  tier: Intake['tier'];
  /** Whose tier is known already. */
  isKnown: boolean;
  party: Intake['party'];
  isAnonymous: boolean;
  onSet: (change: Partial<Intake>) => void;
}) {
  const { t } = useTranslation('desk');
  const { tier, isKnown, party, isAnonymous, onSet } = props;
  return (
    <>
      <Field id="desk-tier" label={t('intake.tier')}>
        <Select
          id="desk-tier"
          value={tier}
          disabled={isAnonymous || isKnown}
          options={tiers.map((value) => ({ value, label: t(`tier.${value}`) }))}
          onChange={(value) => onSet({ tier: value })}
        />
      </Field>
      <Field id="desk-party" label={t('intake.party')}>
        <Select
          id="desk-party"
          allowClear
          {...(party !== undefined && { value: party })}
          options={parties.map((value) => ({ value, label: t(`party.${value}`) }))}
          onChange={(value) => onSet({ party: value })}
          placeholder={t('intake.partyHint')}
        />
      </Field>
      <Field className="desk-whole">
        <Flex gap="middle" wrap>
          <Checkbox
            checked={isAnonymous}
            onChange={(event) =>
              onSet({ isAnonymous: event.target.checked, customerId: undefined })
            }
          >
            {t('intake.anonymous')}
          </Checkbox>
        </Flex>
      </Field>
    </>
  );
});
