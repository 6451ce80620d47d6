import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Loaded } from '../../../shared/loaded.js';
import { RowTable } from '../row-table.js';
import { SaveProblem } from '../save-problem.js';
import { SectionFrame } from '../section-frame.js';
import { useCommand } from '../use-command.js';
import { VersionBy } from '../version-by.js';
import { readTemplates, TemplateForm } from './template-form.js';
import type { Template } from './template-form.js';

/** Approved wording of messages to customers. */
export function TemplatesSection() {
  const { t } = useTranslation('admin');
  const [edited, setEdited] = useState<Partial<Template>>();
  const asked = useQuery({ queryKey: ['templates'], queryFn: readTemplates });
  const remove = useCommand(
    (id: string) => {
      const { version, templates } = asked.data!;
      const others = templates.filter((one) => one.id !== id);
      return bodyOf(
        api.PUT('/api/v1/message-templates', {
          params: { query: { expectedVersion: version } },
          body: { templates: others },
        }),
      );
    },
    { stale: [['templates']], done: t('templates.removed') },
  );
  return (
    <SectionFrame
      name="templates"
      actions={
        <Button type="primary" disabled={!asked.data} onClick={() => setEdited({})}>
          {t('templates.add')}
        </Button>
      }
    >
      <SaveProblem error={remove.error} />
      <Loaded asked={asked}>
        {({ version, publishedBy, publishedAt, templates }) => (
          <>
            <VersionBy {...{ version, publishedBy, publishedAt }} />
            <RowTable
              label={t('sections.templates')}
              rows={templates}
              rowKey="id"
              locale={{ emptyText: t('templates.none') }}
              columns={[
                { title: t('templates.name'), dataIndex: 'name', width: 200 },
                {
                  title: t('templates.kind'),
                  width: 120,
                  render: (_, { kind }) => t(`templates.kinds.${kind}`),
                },
                {
                  title: t('channels.language'),
                  width: 100,
                  render: (_, { language }) => t(`languages.${language}`),
                },
                {
                  title: t('templates.text'),
                  render: (_, { text }) => (
                    <Typography.Paragraph
                      className="wrapped"
                      ellipsis={{ rows: 2, expandable: 'collapsible' }}
                      style={{ margin: 0, maxWidth: 'min(640px, 36vw)' }}
                    >
                      {text}
                    </Typography.Paragraph>
                  ),
                },
                {
                  title: t('actions'),
                  width: 150,
                  fixed: 'right',
                  render: (_, template) => (
                    <Space>
                      <Button size="small" onClick={() => setEdited(template)}>
                        {t('edit')}
                      </Button>
                      <Popconfirm
                        title={t('templates.removeSure', { name: template.name })}
                        onConfirm={() => remove.mutate(template.id)}
                      >
                        <Button size="small" danger>
                          {t('remove')}
                        </Button>
                      </Popconfirm>
                    </Space>
                  ),
                },
              ]}
            />
            <TemplateForm
              edited={edited}
              version={version}
              templates={templates}
              onClose={() => setEdited(undefined)}
            />
          </>
        )}
      </Loaded>
    </SectionFrame>
  );
}
