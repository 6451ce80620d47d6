import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Modal, Progress, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCsv } from '../../../shared/csv.js';
import { download } from '../../../shared/download.js';
import { FailedCommands } from '../failed-commands.js';
import { useCommand } from '../use-command.js';
import { ImportOutcome } from './import-outcome.js';
import { importers } from './importers.js';
import type { ImportKind } from './importers.js';

/** Bytes of another encoding would be written as other words. */
class NotUtf8 extends Error {}

async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotUtf8();
  }
}

/** A CSV file: chosen, looked through by the server, written when somebody says so, with what became of each line. */
export function ImportWindow({ kind, onClose }: { kind: ImportKind; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const importer = importers[kind];
  const [percent, setPercent] = useState(0);
  const run = (text: string, dryRun: boolean) => {
    setPercent(0);
    return importer.run(text, {
      dryRun,
      onProgress: (share) => setPercent(Math.floor(100 * share)),
      wordsOf: (rule) => t(`organisation.import.rules.${rule}`),
    });
  };
  const look = useCommand(
    async (file: File) => {
      const text = await textOf(file);
      return { text, name: file.name, lines: await run(text, true) };
    },
    { stale: [] },
  );
  const write = useCommand((text: string) => run(text, false), { stale: importer.stale });
  const isBusy = look.isPending || write.isPending;
  const lines = write.data ?? look.data?.lines;
  const counted = (outcome: string) => lines?.filter((one) => one.outcome === outcome).length ?? 0;
  const canWrite =
    counted('created') + counted('changed') > 0 && !(importer.isWhole && counted('refused') > 0);
  const save = () => {
    const head = ['line', 'entry', 'result', 'column', 'rule', 'reason'];
    const rows = (write.data ?? []).flatMap(({ line, what, outcome, problems }) => {
      const told = problems.length > 0 ? problems : [{ path: '', rule: '', message: '' }];
      return told.map(({ path, rule, message }) => [line, what, outcome, path, rule, message]);
    });
    download(t('organisation.import.fileName', { name: look.data?.name }), toCsv([head, ...rows]));
  };
  return (
    <Modal
      open
      title={t(`organisation.import.title.${kind}`)}
      width="min(860px, 95vw)"
      onCancel={() => !isBusy && onClose()}
      footer={
        <Flex justify="end" gap="small">
          <Button onClick={onClose} disabled={isBusy}>
            {t('organisation.import.close')}
          </Button>
          {write.data ? (
            <Button icon={<DownloadOutlined />} onClick={save}>
              {t('organisation.import.download')}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={!canWrite || isBusy}
              loading={write.isPending}
              onClick={() => look.data && write.mutate(look.data.text)}
            >
              {t('organisation.import.write')}
            </Button>
          )}
        </Flex>
      }
    >
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{t(`organisation.import.help.${kind}`)}</Typography.Text>
        <Flex gap="small" align="center" wrap>
          <Upload
            accept=".csv,text/csv"
            showUploadList={false}
            disabled={isBusy}
            beforeUpload={(file) => {
              write.reset();
              look.mutate(file);
              return Upload.LIST_IGNORE;
            }}
          >
            <Button loading={look.isPending}>{t('organisation.import.choose')}</Button>
          </Upload>
          {look.data && <span>{look.data.name}</span>}
        </Flex>
        {isBusy && <Progress percent={percent} aria-label={t('organisation.import.progress')} />}
        {look.error instanceof NotUtf8 ? (
          <Alert type="error" showIcon role="alert" title={t('organisation.import.notUtf8')} />
        ) : (
          <FailedCommands of={[look, write]} />
        )}
        {write.error && <Typography.Text>{t('organisation.import.again')}</Typography.Text>}
        {lines && !isBusy && (
          <ImportOutcome
            lines={lines}
            isWhole={importer.isWhole}
            isWritten={write.data !== undefined}
          />
        )}
      </Flex>
    </Modal>
  );
}
