import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Flex, Form, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { CommandResults } from '../../../shared/command-results.js';
import { useCommandMany } from '../../../shared/use-command-many.js';
import { CommandField } from '../actions/command-field.js';
import { fieldsToAsk } from '../actions/fields-to-ask.js';
import { bodyOfForm } from '../actions/to-body.js';
import { ToldChange } from '../timeline/told-change.js';
import { useWords } from '../words.js';
import type { CommandName } from '../words.js';
import { OneOfThese, OtherCategories, withoutIncident } from './one-of-these.js';
import type { ListedCase } from './use-cases.js';

/** As many as are read before a command is given; of more it matters how many they are. */
const mostNamed = 20;

interface Props {
  command: CommandName;
  cases: readonly ListedCase[];
  onClose: () => void;
}

/** One command for many cases, with the result of each: what was refused says why and is left as it was. */
export function BulkDrawer({ command, cases, onClose }: Props) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Record<string, unknown>>();
  const many = useCommandMany(
    command,
    () => client.invalidateQueries({ queryKey: ['cases'] }),
    (id, { owner }) => !!cases.find((one) => one.id === id)?.accused?.includes(String(owner)),
  );
  // Back to the form for those that were refused: it asks for something else.
  const [isCorrecting, setIsCorrecting] = useState(false);
  const isIncident = command === 'join-incident';
  const send = (values: Record<string, unknown>) => {
    const body = bodyOfForm(values);
    if (isCorrecting) {
      many.giveOther(body);
      return setIsCorrecting(false);
    }
    const meant = isIncident ? withoutIncident(cases, body['incident']) : cases;
    many.give({
      cases: meant.map(({ id, version }) => ({ case: id, expectedVersion: version })),
      body,
    });
  };
  // Cases have no clocks in common: each pauses those that it can.
  const fields = fieldsToAsk(command, ['clocks']);
  const results = isCorrecting ? undefined : many.results;
  const meantNow = isCorrecting ? cases.filter(({ id }) => many.refusedCases.includes(id)) : cases;
  const names = meantNow.slice(0, mostNamed).map(({ number }) => number);
  const unnamed = meantNow.length - names.length;
  return (
    <Drawer
      open
      size={560}
      title={t('bulk.title', { command: t(`commands.${command}`), count: cases.length })}
      // What became of each case is told here.
      onClose={() => {
        if (!many.isPending || results) onClose();
      }}
      footer={
        <Flex gap="small" justify="end">
          <Button disabled={many.isPending && !results} onClick={onClose}>
            {results ? t('bulk.close') : t('form.cancel')}
          </Button>
          {!results && (
            <Button type="primary" loading={many.isPending} onClick={() => form.submit()}>
              {t(`commands.${command}`)}
            </Button>
          )}
          {/* Not before those that changed were given the same again: it would reach them as well. */}
          {results && many.refusedCases.length > 0 && many.changed === 0 && fields.length > 0 && (
            <Button type="primary" disabled={many.isPending} onClick={() => setIsCorrecting(true)}>
              {t(command === 'assign' ? 'actions.otherOwner' : 'actions.otherwise', {
                n: many.refusedCases.length,
              })}
            </Button>
          )}
          {results && many.changed > 0 && (
            <Button type="primary" loading={many.isPending} onClick={many.giveAgain}>
              {t('bulk.again', { count: many.changed })}
            </Button>
          )}
        </Flex>
      }
    >
      {many.error && <ProblemNotice error={many.error} />}
      {results ? (
        <CommandResults
          results={results}
          cases={cases}
          namesOf={(codes) => codes.map(words.field).join(t('list.comma'))}
          eventOf={(change, id) => <ToldChange change={change} of={id} />}
        />
      ) : (
        <>
          <Typography.Paragraph className="steady">
            {names.join(t('list.comma'))}
            {unnamed > 0 && t('bulk.andMore', { count: unnamed })}
          </Typography.Paragraph>
          <Form form={form} layout="vertical" onFinish={send}>
            {isIncident && (
              <OneOfThese
                cases={cases.slice(0, mostNamed)}
                onChosen={(number) => form.setFieldValue('incident', number)}
              />
            )}
            {isIncident && <OtherCategories cases={cases} />}
            {fields.map((field) => (
              <CommandField key={field.name} field={field} />
            ))}
          </Form>
        </>
      )}
    </Drawer>
  );
}
