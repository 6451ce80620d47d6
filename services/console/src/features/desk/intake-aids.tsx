import { Typography } from 'antd';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, useSession } from '../../session/session.js';
import { AnswerAid } from './answer-aid.js';
import { CategoryAid } from './category-aid.js';
import { CustomerPanel } from './customer-panel.js';
import { isPhone, noProduct } from './intake.js';
import { QueueAid } from './place-aids.js';
import { SignAid } from './sign-aid.js';
import { SimilarAid } from './similar-aid.js';
import { useSettled } from '../../shared/use-settled.js';
import type { FoundCustomer } from './use-customer.js';
import type { IntakeForm } from './use-intake.js';

/** Fewer characters say nothing yet. */
const leastCharacters = 4;

/** What helps while the complaint is typed: who it is, where it belongs, what is said to it, what was before. */
export const IntakeAids = memo(function IntakeAids(props: {
  form: IntakeForm;
  found: FoundCustomer;
}) {
  const { t } = useTranslation('desk');
  const { form, found } = props;
  const { intake } = form;
  const settled = useSettled(intake.statement.trim(), 500);
  const statement = settled.length < leastCharacters ? '' : settled;
  // Whoever was chosen is meant before what is known of them has come.
  const customerId = intake.isAnonymous ? undefined : (intake.customerId ?? found.customer?.id);
  const phone = intake.phone.trim();
  const tier = found.customer?.tier ?? intake.tier;
  const { product } = intake;
  const name = intake.name.trim();
  const mayRegister = hasRole(useSession(), ['agent', 'supervisor', 'admin']);
  const isNamed = !intake.isAnonymous && name !== '' && isPhone(phone);
  // Whether they are new indeed is asked again when a question is noted.
  const isNew = mayRegister && customerId === undefined && isNamed;
  const question = {
    statement,
    ...(customerId !== undefined && { customerId }),
    ...(customerId === undefined && !intake.isAnonymous && isPhone(phone) && { phone }),
    ...(product !== undefined && product !== noProduct && { product }),
  };
  return (
    <aside aria-label={t('aid.title')} className="desk-panel desk-aids">
      <Aid title={t('aid.customer')}>
        <CustomerPanel found={found} isAnonymous={intake.isAnonymous} />
      </Aid>
      <Aid title={t('aid.category')}>
        <CategoryAid form={form} statement={statement} />
      </Aid>
      <Aid title={t('aid.queue')}>
        <QueueAid form={form} tier={tier} />
      </Aid>
      <Aid title={t('aid.signs')}>
        <SignAid form={form} statement={statement} />
      </Aid>
      <Aid title={t('aid.answers')}>
        <AnswerAid
          form={form}
          statement={statement}
          tier={tier}
          customerId={customerId}
          caller={isNew ? { name, phone, tier } : undefined}
        />
      </Aid>
      <Aid title={t('aid.similar')}>
        <SimilarAid question={question} />
      </Aid>
    </aside>
  );
});

function Aid({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="desk-aid" aria-label={title}>
      <Typography.Title level={3} className="desk-heading">
        {title}
      </Typography.Title>
      {children}
    </section>
  );
}
