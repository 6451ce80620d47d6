import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Typography, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../../api/client.js';
import { Instant } from '../../../shared/instant.js';
import { Loaded } from '../../../shared/loaded.js';
import { Panel } from '../../../shared/panel.js';
import { ProblemNotice } from '../../../shared/problem-notice.js';
import { say } from '../../../shared/say.js';
import type { Asked } from '../actions/command-drawer.js';
import { useOffered } from '../actions/use-offered.js';
import { formatBytes } from './format-bytes.js';
import { caseKey, useFiles } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import { useWords } from '../words.js';

const mostBytes = 25 * 1_024 * 1_024;
const accepted =
  'image/*,application/pdf,text/plain,text/csv,message/rfc822,audio/*,video/mp4,.doc,.docx,.xls,.xlsx,.eml';

async function attach(id: string, file: File) {
  const name = encodeURIComponent(file.name);
  const sent = api.POST('/api/v1/cases/{id}/attachments', {
    params: {
      path: { id },
      header: { 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    },
    headers: { 'content-type': file.type || 'application/octet-stream' },
    // The body is the file itself.
    body: file as never,
    bodySerializer: (body) => body as unknown as BodyInit,
  });
  return bodyOf(sent);
}

/** Files of the case: photographs, recordings, letters. */
export function FilesCard({ of, onAsk }: { of: CaseView; onAsk: (asked: Asked) => void }) {
  const { t, i18n } = useTranslation('casePage');
  const words = useWords();
  const client = useQueryClient();
  const asked = useFiles(of.id);
  const upload = useMutation({
    mutationFn: (file: File) => attach(of.id, file),
    onSuccess: () => void client.invalidateQueries({ queryKey: caseKey(of.id) }),
  });
  const mayRemove = useOffered(of)('remove-attachment');
  return (
    <Panel
      title={t('files.title')}
      extra={
        <Upload
          accept={accepted}
          showUploadList={false}
          customRequest={({ file }) => {
            const chosen = file as File;
            if (chosen.size > mostBytes) return say('error', t('files.tooLarge'));
            upload.mutate(chosen);
          }}
        >
          <Button size="small" icon={<UploadOutlined />} loading={upload.isPending}>
            {t('files.add')}
          </Button>
        </Upload>
      }
    >
      <Typography.Paragraph type="secondary">{t('files.forStaff')}</Typography.Paragraph>
      {upload.error && <ProblemNotice error={upload.error} />}
      <Loaded asked={asked} isEmpty={({ items }) => items.length === 0} empty={t('files.none')}>
        {({ items }) => (
          <ul className="case-list">
            {items.map(({ id, caseId, number, name, bytes, status, at, by }) => (
              <li key={id}>
                <Flex justify="space-between" gap="small" wrap>
                  {status === 'kept' ? (
                    <a href={`/api/v1/cases/${caseId}/attachments/${id}`} download={name ?? id}>
                      {name ?? t('files.unnamed')}
                    </a>
                  ) : (
                    <span>{t('files.gone', { status: words.code(status) })}</span>
                  )}
                  <span>{formatBytes(bytes, i18n.language)}</span>
                </Flex>
                <Flex justify="space-between" gap="small" wrap>
                  <span>
                    {by} <Instant at={at} /> {caseId !== of.id && t('files.from', { number })}
                  </span>
                  {mayRemove && status === 'kept' && caseId === of.id && (
                    <Button
                      type="link"
                      size="small"
                      danger
                      onClick={() =>
                        onAsk({ command: 'remove-attachment', preset: { attachmentId: id } })
                      }
                    >
                      {t('commands.remove-attachment')}
                    </Button>
                  )}
                </Flex>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
