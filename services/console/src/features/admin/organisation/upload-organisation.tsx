import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { parse } from 'yaml';
import { api, bodyOf } from '../../../api/client.js';
import { FailedCommands } from '../failed-commands.js';
import { useCommand } from '../use-command.js';
import type { Organisation } from './read-organisation.js';

/** Many entries from a file in YAML or JSON, as the API takes them: units, agents, categories, products. */
export function UploadOrganisation() {
  const { t } = useTranslation('admin');
  const take = useCommand(
    async (file: Blob) => {
      const body = parse(await file.text()) as Partial<Organisation>;
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
      <FailedCommands of={[take]} />
    </>
  );
}
