import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OverrideEffect } from '../../../shared/foretold/override-effect.js';
import { SnoozeEffect } from '../../../shared/foretold/snooze-effect.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';
import type { CommandName } from '../words.js';
import { isWithoutClock } from './clock-choices.js';
import { ClocksGone } from './clocks-gone.js';
import { CodesNow } from './codes-now.js';
import { CommandField } from './command-field.js';
import { fieldsToAsk } from './fields-to-ask.js';
import { FormDrawer } from './form-drawer.js';
import type { FormValues } from './form-drawer.js';
import { judgedAnew, judgedBefore } from './judged-before.js';
import { StagesDrawer } from './stages-drawer.js';
import { bodyOfForm } from './to-body.js';
import { settledFields } from './why-not.js';

/** A command to be given, with what is known of it already. */
export interface Asked {
  command: CommandName;
  preset?: Readonly<Record<string, unknown>>;
  /** What the form begins with. */
  initial?: Readonly<Record<string, unknown>>;
  /** The fields that are asked for, where not all of them are. */
  only?: readonly string[];
  /** What the form is called, where its command does more than one thing. */
  title?: string;
  /** What whoever gives it should know of it before. */
  hint?: string;
}

interface Props {
  asked: Asked;
  of: CaseView;
  onClose: () => void;
}

/** Whatever a command asks for. Stages are confirmed by what the case knows of them. */
export function CommandDrawer({ asked, of, onClose }: Props) {
  if (asked.command === 'complete-stages') return <StagesDrawer of={of} onClose={onClose} />;
  return <PlainDrawer {...{ asked, of, onClose }} />;
}

/** What a form begins with where the case knows it: how it was judged, and by which channel its customer is told. */
function knownBefore(command: CommandName, of: CaseView): Readonly<Record<string, unknown>> {
  if (command === 'triage') return judgedBefore(of);
  return command === 'approve-extension' ? { notice: { channel: of.channel } } : {};
}

function PlainDrawer({ asked, of, onClose }: Props) {
  const { command, preset = {}, initial = {}, only, title, hint } = asked;
  const { t } = useTranslation('casePage');
  const [form] = Form.useForm<FormValues>();
  const reason: unknown = Form.useWatch('reason', form);
  // Nobody knows afterwards what was meant by it.
  const isOther = command === 'override-stage' && reason === 'other';
  const [before] = useState(() => knownBefore(command, of));
  const isBlocked = isWithoutClock(command, of.clocks);
  const fields = fieldsToAsk(
    command,
    [...Object.keys(preset), ...settledFields(command, of)],
    of.parties !== undefined,
  ).filter(({ name }) => only === undefined || only.includes(name));
  return (
    <FormDrawer
      {...{ command, of, form, onClose }}
      {...(title !== undefined && { title })}
      isBlocked={isBlocked}
      // Only the stage that a case is at can be ended; every other one is refused.
      initial={command === 'override-stage' ? { stage: of.stage } : { ...before, ...initial }}
      toBody={(values) => {
        const body = bodyOfForm(values);
        return { ...(command === 'triage' ? judgedAnew(body, before) : body), ...preset };
      }}
    >
      {command === 'amend-codes' && <CodesNow of={of} />}
      {fields.length === 0 && hint === undefined && <Effect command={command} of={of} />}
      {hint !== undefined && <p>{hint}</p>}
      {isBlocked && <ClocksGone command={command} of={of} />}
      {command === 'request-extension' && <p>{t('form.moreHint')}</p>}
      {command === 'override-stage' && <OverrideEffect stage={of.stage} of={of} />}
      {fields.map((field) => (
        <CommandField
          key={field.name}
          {...{ of, command }}
          field={isOther && field.name === 'note' ? { ...field, isRequired: true } : field}
        />
      ))}
      {command === 'snooze-reminders' && <Snoozed of={of} />}
    </FormDrawer>
  );
}

/** An instant as a form holds it: none while it cannot be read. */
interface Moment {
  isValid: () => boolean;
  valueOf: () => number;
}

function Snoozed({ of }: { of: CaseView }) {
  const form = Form.useFormInstance<{ until?: Moment | null }>();
  const until = Form.useWatch('until', form);
  return <SnoozeEffect until={until?.isValid() ? until.valueOf() : undefined} cases={[of]} />;
}

/** What a command does that asks for nothing. */
function Effect({ command, of }: { command: CommandName; of: CaseView }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  if (command === 'withdraw-transfer') {
    const to = words.unit(of.transferTo ?? '');
    return of.transferFrom === undefined ? (
      <p>{t('form.takenBackFromAll', { to })}</p>
    ) : (
      <p>{t('form.takenBack', { to, unit: words.unit(of.transferFrom) })}</p>
    );
  }
  return <p>{t('form.nothingAsked', { command: t(`commands.${command}`) })}</p>;
}
