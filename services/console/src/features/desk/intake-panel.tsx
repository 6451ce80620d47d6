import { Input, Typography } from 'antd';
import { DisabledContextProvider } from 'antd/es/config-provider/DisabledContext';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { useSession } from '../../session/session.js';
import { Field } from '../../shared/field.js';
import { isSendKey } from '../../shared/send-key.js';
import { useLatest } from '../../shared/use-latest.js';
import { ClearGuide } from './clear-guide.js';
import { progressOf } from './clear-path.js';
import { CustomerFields } from './customer-fields.js';
import type { Complaint } from './desk-types.js';
import { FilingBar } from './filing-bar.js';
import { FiledCard } from './filed-card.js';
import type { Filed } from './filed-card.js';
import { isTouched, lacksOf, toComplaint } from './intake.js';
import type { Lack } from './intake.js';
import { PlaceFields } from './place-fields.js';
import { OtherDraftNotice } from './other-draft-notice.js';
import { RetryNotice } from './retry-notice.js';
import { useFiling } from './use-filing.js';
import type { IntakeForm } from './use-intake.js';
import type { FoundCustomer } from './use-customer.js';

/** So long the answer is waited for to bring the opened case along. */
const waitSeconds = 2;

const isSame = (one: Complaint, other: Complaint) => JSON.stringify(one) === JSON.stringify(other);

const none: readonly Lack[] = [];

/** Where what is lacking is said. */
const fieldOf: Record<Lack, string> = {
  customer: 'desk-phone',
  phone: 'desk-phone',
  name: 'desk-name',
  statement: 'desk-statement',
  category: 'desk-category',
};

async function fileComplaint(body: Complaint, key: string): Promise<Filed> {
  const header = { 'Idempotency-Key': key, Prefer: `wait=${waitSeconds}` };
  const answer = await bodyOf(api.POST('/api/v1/complaints', { params: { header }, body }));
  if (!answer || !('caseId' in answer)) throw new Error('one complaint is answered as one');
  return answer;
}

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
  const [filed, setFiled] = useState<Filed>();
  const [isTried, setIsTried] = useState(false);
  const customerId = intake.customerId ?? found.customer?.id;
  const filing = useFiling(fileComplaint, (answer: Filed, body) => {
    setFiled(answer);
    setIsTried(false);
    // An answer may come after somebody stopped waiting and typed on: that is kept.
    form.clear((now) => isSame(toComplaint(now, customerId), body));
    for (const queryKey of [['queue'], ['repeats']]) void client.invalidateQueries({ queryKey });
  });
  const lacks = lacksOf(intake, customerId);
  const progress = progressOf(intake, agentId !== null);
  const isWhole = progress.every(({ missing }) => missing.length === 0);
  const ended = progress.filter(({ ends }) => ends).map(({ stage }) => t(`stage.${stage}`));

  const file = () => {
    setIsTried(true);
    const [first] = lacks;
    if (first) document.getElementById(fieldOf[first])?.focus();
    else if (!filing.isPending) filing.file(toComplaint(intake, customerId), key);
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
        {filed && (
          <FiledCard key={filed.caseId} filed={filed} onClose={() => setFiled(undefined)} />
        )}
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
          filing={filing}
          filingKey={key}
          onRetry={file}
          onRenew={() => {
            form.renew();
            filing.reset();
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
