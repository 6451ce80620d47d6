import { Button, Drawer, Flex, Form } from 'antd';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSendKey } from '../../../shared/send-key.js';
import { Waiting } from '../../../shared/waiting.js';
import type { CaseView } from '../case-queries.js';
import type { CommandName } from '../words.js';
import { CommandProblem } from './changed-notice.js';
import { useCommand } from './use-command.js';

export type FormValues = Record<string, unknown>;

const bringIntoView = (place: HTMLElement | null) => place?.scrollIntoView({ block: 'nearest' });

interface Props {
  command: CommandName;
  /** What the form is called, where its command does more than one thing. */
  title?: string;
  /** What its button says, where that is more than what the form is called. */
  submit?: string;
  /** It would be refused as the case stands, and the form says why. */
  isBlocked?: boolean;
  of: CaseView;
  form: FormInstance<FormValues>;
  /** What the form is filled with; absent until that is known. */
  initial: FormValues | undefined;
  toBody: (values: FormValues) => FormValues;
  onRefused?: (error: unknown) => void;
  onClose: () => void;
  children: ReactNode;
}

/** The form of a command beside the case: what others do meanwhile is seen, and told before it is given. */
export function FormDrawer(props: Props) {
  const { command, of, form, initial, toBody, onRefused, onClose, children } = props;
  const { isBlocked = false } = props;
  const { t } = useTranslation('casePage');
  const title = props.title ?? t(`commands.${command}`);
  const [version, setVersion] = useState(of.version);
  const give = useCommand(of.id, onClose);
  const submit = (values: FormValues) => {
    const body = { ...toBody(values), expectedVersion: version };
    give.mutate({ command, body }, { onError: (error) => onRefused?.(error) });
  };
  const accept = () => {
    setVersion(of.version);
    give.reset();
  };
  return (
    <Drawer
      open
      mask={false}
      size={520}
      title={title}
      onClose={onClose}
      footer={
        <Flex gap="small" justify="end">
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            type="primary"
            loading={give.isPending}
            disabled={initial === undefined || isBlocked}
            onClick={() => form.submit()}
          >
            {props.submit ?? title}
          </Button>
        </Flex>
      }
    >
      {initial === undefined ? (
        <Waiting />
      ) : (
        <Form
          form={form}
          layout="vertical"
          initialValues={initial}
          onFinish={submit}
          onKeyDown={(event) => {
            if (isSendKey(event) && !isBlocked) form.submit();
          }}
        >
          {give.error && (
            // Whoever gives the command may be far below it.
            <div ref={bringIntoView}>
              <CommandProblem id={of.id} error={give.error} onAccept={accept} />
            </div>
          )}
          {children}
        </Form>
      )}
    </Drawer>
  );
}
