import { Alert, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { FailedCommands } from '../failed-commands.js';
import { readText, UnreadableText } from '../readable-text.js';
import { useCommand } from '../use-command.js';
import type { Organisation } from './read-organisation.js';

/** Many entries from a file in YAML or JSON, as the API takes them: units, agents, categories, products. */
export function UploadOrganisation() {
  const { t } = useTranslation('admin');
  const take = useCommand(
    async (file: Blob) => {
      const body = readText(await file.text()) as Partial<Organisation>;
      return bodyOf(api.POST('/api/v1/organisation', { body }));
    },
    {
      stale: [['organisation']],
      done: ({ changed }) => t('organisation.changed', { count: changed }),
    },
  );
  return (
    <>
      <Upload
        accept=".yaml,.yml,.json"
        showUploadList={false}
        beforeUpload={(file) => {
          take.mutate(file);
          return Upload.LIST_IGNORE;
        }}
      >
        <Button loading={take.isPending}>{t('organisation.fromFile')}</Button>
      </Upload>
      {take.error instanceof UnreadableText ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('editor.line', { line: take.error.line })}
          description={t('editor.unreadable')}
        />
      ) : (
        <FailedCommands of={[take]} />
      )}
    </>
  );
}
