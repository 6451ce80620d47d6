import { Button, Drawer, Flex, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSendKey } from '../../../shared/send-key.js';
import type { CaseView } from '../case-queries.js';
import type { CommandName } from '../words.js';
import { CommandProblem } from './changed-notice.js';
import { CommandField } from './command-field.js';
import { EvidenceFields } from './evidence-fields.js';
import { fieldsToAsk } from './fields-to-ask.js';
import { bodyOfForm } from './to-body.js';
import { useCommand } from './use-command.js';

/** A command to be given, with what is known of it already. */
export interface Asked {
  command: CommandName;
  preset?: Readonly<Record<string, unknown>>;
}

interface Props {
  asked: Asked;
  of: CaseView;
  onClose: () => void;
}

/** The form of a command beside the case: what others do meanwhile is seen, and told before it is given. */
export function CommandDrawer({ asked: { command, preset = {} }, of, onClose }: Props) {
  const { t } = useTranslation('casePage');
  const [form] = Form.useForm<Record<string, unknown>>();
  const [version, setVersion] = useState(of.version);
  const give = useCommand(of.id, onClose);
  const isEvidence = command === 'complete-stages';
  const fields = fieldsToAsk(command, Object.keys(preset));
  const submit = (values: Record<string, unknown>) => {
    const body = { ...bodyOfForm(values), ...preset, expectedVersion: version };
    const evidence = bodyOfForm((values['evidence'] ?? {}) as object);
    // A stage that asks for nothing more ends with empty hands.
    const staged = isEvidence ? { evidence: { [of.stage]: {}, ...evidence } } : {};
    give.mutate({ command, body: { ...body, ...staged } });
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
      title={t(`commands.${command}`)}
      onClose={onClose}
      footer={
        <Flex gap="small" justify="end">
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="primary" loading={give.isPending} onClick={() => form.submit()}>
            {t(`commands.${command}`)}
          </Button>
        </Flex>
      }
    >
      <Form
        form={form}
        layout="vertical"
        // Only the stage that a case is at can be ended; every other one is refused.
        initialValues={command === 'override-stage' ? { stage: of.stage } : {}}
        onFinish={submit}
        onKeyDown={(event) => {
          if (isSendKey(event)) form.submit();
        }}
      >
        {give.error && <CommandProblem id={of.id} error={give.error} onAccept={accept} />}
        {isEvidence ? (
          <EvidenceFields of={of} />
        ) : (
          fields.map((field) => <CommandField key={field.name} {...{ field, of, command }} />)
        )}
      </Form>
    </Drawer>
  );
}
