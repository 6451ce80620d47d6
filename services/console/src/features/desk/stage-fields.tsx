import { Button, Checkbox, Flex, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DateTimeField } from '../../shared/date-time-field.js';
import { Field } from '../../shared/field.js';
import { useToday } from '../../shared/server-time.js';
import { isUnread, unread } from '../../shared/unread.js';
import { CoachedText } from './coached-text.js';
import { channels } from '../../shared/channels.js';
import type { ClearStage } from './desk-types.js';
import { isInstant, withEvidence } from './intake.js';
import type { EvidenceOf } from './intake.js';
import type { IntakeForm } from './use-intake.js';
import { useTimeHint } from './use-time-hint.js';

export type LaterStage = Exclude<ClearStage, 'control'>;

interface StageProps<Stage extends LaterStage> {
  form: IntakeForm;
  answers: Partial<EvidenceOf<Stage>>;
  answer: (change: Partial<EvidenceOf<Stage>>) => void;
}

/** What a stage after the first asks that the form above has not said already. */
export function StageFields({ stage, form }: { stage: LaterStage; form: IntakeForm }) {
  const { evidence } = form.intake;
  const tell =
    <Stage extends LaterStage>(of: Stage) =>
    (change: Partial<EvidenceOf<Stage>>) =>
      form.update((intake) => withEvidence(intake, of, change));
  switch (stage) {
    case 'listen':
      return <Listen form={form} answers={evidence.listen ?? {}} answer={tell('listen')} />;
    case 'establish':
      return (
        <Establish form={form} answers={evidence.establish ?? {}} answer={tell('establish')} />
      );
    case 'apologise':
      return (
        <Apologise form={form} answers={evidence.apologise ?? {}} answer={tell('apologise')} />
      );
    case 'resolve':
      return <Resolve form={form} answers={evidence.resolve ?? {}} answer={tell('resolve')} />;
  }
}

function Listen({ form, answers, answer }: StageProps<'listen'>) {
  const { t } = useTranslation('desk');
  const timeHint = useTimeHint();
  const today = useToday();
  const { statement } = form.intake;
  const told = answers.happenedAt;
  const happenedAt = told ? (isInstant(told) ? dayjs(told) : unread()) : null;
  return (
    <div className="desk-fields">
      <Field id="desk-facts" label={t('evidence.facts')} className="desk-whole">
        <Input.TextArea
          id="desk-facts"
          rows={2}
          maxLength={20_000}
          value={answers.facts ?? ''}
          onChange={(event) => answer({ facts: event.target.value })}
          placeholder={t('clear.factsHint')}
        />
        <Flex justify="end">
          <Button
            size="small"
            type="link"
            disabled={statement.trim() === ''}
            onClick={() => answer({ facts: statement })}
          >
            {t('clear.takeStatement')}
          </Button>
        </Flex>
      </Field>
      <Field
        id="desk-happened"
        label={t('evidence.happenedAt')}
        hint={timeHint}
        fault={isUnread(happenedAt) ? t('time.unread', { ns: 'common' }) : undefined}
      >
        <DateTimeField
          id="desk-happened"
          className="desk-wide"
          isPast
          value={happenedAt}
          disabledDate={(date) => date.isAfter(today, 'day')}
          // What cannot be read is kept as it is typed, and lacks until it can.
          onUnread={(text) => answer({ happenedAt: text })}
          onChange={(date) => {
            if (!isUnread(date)) answer({ happenedAt: date?.toISOString() });
          }}
        />
      </Field>
      <Field id="desk-place" label={t('evidence.place')}>
        <Input
          id="desk-place"
          maxLength={20_000}
          value={answers.place ?? ''}
          onChange={(event) => answer({ place: event.target.value })}
          placeholder={t('clear.placeHint')}
        />
      </Field>
      <Field id="desk-remedy-sought" label={t('evidence.remedySought')} className="desk-whole">
        <Input.TextArea
          id="desk-remedy-sought"
          rows={1}
          maxLength={4_000}
          value={answers.remedySought ?? ''}
          onChange={(event) => answer({ remedySought: event.target.value })}
        />
      </Field>
    </div>
  );
}

function Establish({ answers, answer }: StageProps<'establish'>) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Field id="desk-restatement" label={t('evidence.restatement')}>
        <CoachedText
          id="desk-restatement"
          value={answers.restatement ?? ''}
          onChange={(restatement) => answer({ restatement })}
        />
      </Field>
      <Checkbox
        checked={answers.confirmed ?? false}
        onChange={(event) => answer({ confirmed: event.target.checked })}
      >
        {t('clear.confirmed')}
      </Checkbox>
    </>
  );
}

function Apologise({ form, answers, answer }: StageProps<'apologise'>) {
  const { t } = useTranslation('desk');
  const spoken = answers.apologyChannel ?? form.intake.channel;
  return (
    <>
      <Field id="desk-apology" label={t('evidence.apology')}>
        <CoachedText
          id="desk-apology"
          value={answers.apology ?? ''}
          // Said where the customer is: on this call, unless another channel is chosen.
          onChange={(apology) => answer({ apology, apologyChannel: spoken })}
        />
      </Field>
      <Field id="desk-apology-channel" label={t('evidence.apologyChannel')}>
        <Select
          id="desk-apology-channel"
          {...(answers.apologyChannel !== undefined && { value: answers.apologyChannel })}
          options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          onChange={(apologyChannel) => answer({ apologyChannel })}
        />
      </Field>
      <Field id="desk-remedy-offered" label={t('evidence.remedyOffered')}>
        <CoachedText
          id="desk-remedy-offered"
          value={answers.remedyOffered ?? ''}
          onChange={(remedyOffered) => answer({ remedyOffered })}
        />
      </Field>
    </>
  );
}

function Resolve({ answers, answer }: StageProps<'resolve'>) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Field id="desk-resolution" label={t('evidence.resolution')}>
        <CoachedText
          id="desk-resolution"
          value={answers.resolution ?? ''}
          onChange={(resolution) => answer({ resolution })}
        />
      </Field>
      <div className="desk-fields">
        <Field id="desk-cost" label={t('evidence.remedyCost')}>
          <InputNumber
            id="desk-cost"
            className="desk-wide"
            min={0}
            max={1e12}
            precision={2}
            value={answers.remedyCost ?? null}
            onChange={(cost) => answer({ remedyCost: cost ?? undefined })}
          />
        </Field>
        <Field id="desk-cause" label={t('evidence.rootCause')}>
          <Input
            id="desk-cause"
            maxLength={20_000}
            value={answers.rootCause ?? ''}
            onChange={(event) => answer({ rootCause: event.target.value })}
          />
        </Field>
        <Field id="desk-prevention" label={t('evidence.preventiveAction')} className="desk-whole">
          <Input
            id="desk-prevention"
            maxLength={20_000}
            value={answers.preventiveAction ?? ''}
            onChange={(event) => answer({ preventiveAction: event.target.value })}
          />
        </Field>
      </div>
      <Checkbox
        checked={answers.customerTold ?? false}
        onChange={(event) => answer({ customerTold: event.target.checked })}
      >
        {t('clear.customerTold')}
      </Checkbox>
    </>
  );
}
