import { Button, Form, Modal } from 'antd';
import type { FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandResults } from '../../../shared/command-results.js';
import type { ToldResults } from '../../../shared/command-results.js';
import type { CommandResult } from '../../../shared/use-command-many.js';
import type { NamedCase } from '../board-types.js';
import { FailureNotice } from './failure-notice.js';
import { useEvidenceNames } from '../use-evidence-names.js';
import { closeSettled } from '../../../shared/close-settled.js';

/** A form whose answer says what became of each case; once it is there, it stands where the form stood. */
export function ResultsDialog<Values extends object>(props: {
  title: string;
  submit: string;
  form: FormInstance<Values>;
  initialValues: Values;
  /** Those that the results are about, as far as they are known here. */
  cases: readonly NamedCase[];
  sending: {
    results: readonly CommandResult[] | undefined;
    error: unknown;
    changed?: number;
    giveAgain?: () => void;
    refused?: number;
    correct?: () => void;
  };
  isBusy: boolean;
  /** It would do nothing as it is filled in. */
  isBlocked?: boolean;
  onSend: (values: Values) => void;
  onClose: () => void;
  /** In what words those that were refused are asked for something else. */
  otherwise?: string;
  /** How it is said what was done, where that is not all of it. */
  told?: ToldResults;
  /** What can be done about the results. */
  about?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('board');
  const namesOf = useEvidenceNames();
  const { form, sending, onClose } = props;
  const { results, changed = 0, refused = 0 } = sending;
  return (
    <Modal
      open
      title={results ? t('results.title') : props.title}
      {...closeSettled(props.isBusy && !results, onClose)}
      footer={
        results ? (
          <>
            {changed > 0 && (
              <Button loading={props.isBusy} onClick={sending.giveAgain}>
                {t('results.again', { n: changed })}
              </Button>
            )}
            {/* Not before those that changed were given the same again: it would reach them as well. */}
            {refused > 0 && changed === 0 && sending.correct && (
              <Button disabled={props.isBusy} onClick={sending.correct}>
                {props.otherwise ?? t('results.correct', { n: refused })}
              </Button>
            )}
            <Button type="primary" onClick={onClose}>
              {t('results.close')}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={props.isBusy} onClick={onClose}>
              {t('results.cancel')}
            </Button>
            <Button
              type="primary"
              disabled={props.isBlocked ?? false}
              loading={props.isBusy}
              onClick={() => form.submit()}
            >
              {props.submit}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <>
          <FailureNotice error={sending.error} />
          {props.about}
          <CommandResults
            {...{ results, cases: props.cases, namesOf }}
            {...(props.told && { told: props.told })}
          />
        </>
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={props.initialValues}
          onFinish={props.onSend}
        >
          <FailureNotice error={sending.error} />
          {props.children}
        </Form>
      )}
    </Modal>
  );
}
