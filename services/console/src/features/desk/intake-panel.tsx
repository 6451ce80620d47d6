import { Input, Typography } from 'antd';
import { DisabledContextProvider } from 'antd/es/config-provider/DisabledContext';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import { Field } from '../../shared/field.js';
import { isSendKey } from '../../shared/send-key.js';
import { useLatest } from '../../shared/use-latest.js';
import { ClearGuide } from './clear-guide.js';
import { progressOf } from './clear-path.js';
import { CustomerFields } from './customer-fields.js';
import { customersKey } from './desk-queries.js';
import { EarlierDraft } from './earlier-draft.js';
import { FilingBar } from './filing-bar.js';
import { FiledCard } from './filed-card.js';
import { useOngoingFiling } from './filing/use-ongoing-filing.js';
import { isSame, isTouched, lacksOf, toComplaint } from './intake.js';
import type { Lack } from './intake.js';
import { PlaceFields } from './place-fields.js';
import { OtherDraftNotice } from './other-draft-notice.js';
import { RetryNotice } from './retry-notice.js';
import type { IntakeForm } from './use-intake.js';
import type { FoundCustomer } from './use-customer.js';

const none: readonly Lack[] = [];

/** Where what is lacking is said. */
const fieldOf: Record<Lack, string> = {
  customer: 'desk-phone',
  phone: 'desk-phone',
  name: 'desk-name',
  statement: 'desk-statement',
  category: 'desk-category',
  happenedAt: 'desk-happened',
};

const Heading = memo(function Heading() {
  const { t } = useTranslation('desk');
  return (
    <Typography.Title level={2} id="desk-intake" className="desk-heading">
      {t('intake.title')}
    </Typography.Title>
  );
});

/** The complaint as it is taken down, and what is left to do before it can be filed. */
export function IntakePanel({ form, found }: { form: IntakeForm; found: FoundCustomer }) {
  const { t } = useTranslation('desk');
  const { intake, key } = form;
  const { agentId } = useSession();
  const client = useQueryClient();
  const { ongoing, state } = useOngoingFiling();
  const { filed, ...filing } = state;
  const [isTried, setIsTried] = useState(false);
  const customerId = intake.customerId ?? found.customer?.id;
  // What is shown here needs no notice on the next screen.
  useEffect(() => () => ongoing.seen(), [ongoing]);
  const lacks = lacksOf(intake, customerId);
  const progress = progressOf(intake, agentId !== null);
  const isWhole = progress.every(({ missing }) => missing.length === 0);
  const ended = progress.filter(({ ends }) => ends).map(({ stage }) => t(`stage.${stage}`));

  const file = () => {
    setIsTried(true);
    const [first] = lacks;
    if (first) document.getElementById(fieldOf[first])?.focus();
    else if (!filing.isPending) {
      ongoing.file(toComplaint(intake, customerId), key, () => {
        setIsTried(false);
        // An answer may come after somebody stopped waiting and typed on: that is kept.
        form.clear((now) => isSame(now, intake));
        for (const queryKey of [['queue'], ['repeats'], customersKey]) {
          void client.invalidateQueries({ queryKey });
        }
      });
    }
  };
  const press = (event: KeyboardEvent) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    file();
  };
  const shownLacks = isTried ? lacks : none;
  const told = () => {
    const join = (names: readonly string[]) => names.join(t('separator'));
    if (isTried && lacks.length > 0) {
      return t('intake.lacks', { names: join(lacks.map((lack) => t(`lackName.${lack}`))) });
    }
    if (isWhole) return t('clear.allEnd');
    return ended.length > 0 ? t('clear.willEnd', { stages: join(ended) }) : undefined;
  };
  const fileNow = useLatest(file);
  const clearNow = useLatest(() => form.clear());
  return (
    <section aria-labelledby="desk-intake" className="desk-panel" onKeyDown={press}>
      <div className="desk-form">
        <Heading />
        {!filing.isPending && <EarlierDraft form={form} />}
        {filed && <FiledCard key={filed.caseId} filed={filed} onClose={ongoing.seen} />}
        {/* What is being sent stays as it is: the same key stands for the same words. */}
        <DisabledContextProvider disabled={filing.isPending}>
          <CustomerFields form={form} found={found} lacks={shownLacks} />
          <Field
            id="desk-statement"
            label={t('intake.statement')}
            isRequired
            fault={shownLacks.includes('statement') ? t('lack.statement') : undefined}
          >
            <Input.TextArea
              id="desk-statement"
              status={shownLacks.includes('statement') ? 'error' : ''}
              rows={4}
              maxLength={20_000}
              value={intake.statement}
              onChange={(event) => form.set({ statement: event.target.value })}
              placeholder={t('intake.statementHint')}
            />
          </Field>
          <PlaceFields form={form} lacksCategory={shownLacks.includes('category')} />
          <ClearGuide form={form} progress={progress} />
        </DisabledContextProvider>
      </div>
      <div className="desk-submit">
        {!filing.isPending && <OtherDraftNotice form={form} />}
        <RetryNotice
          filing={{ ...filing, stop: ongoing.stop }}
          filingKey={key}
          onRetry={file}
          onRenew={() => {
            form.renew();
            ongoing.stop();
          }}
        />
        <FilingBar
          isWhole={isWhole}
          isFiling={filing.isPending}
          isTouched={isTouched(intake)}
          keeping={form.keeping}
          told={told()}
          onFile={fileNow}
          onClear={clearNow}
        />
      </div>
    </section>
  );
}
