import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { TextEditor } from '../text-editor.js';
import { keepDraft, useDraft } from './policy-draft.js';
import { readVersion } from './policy-requests.js';
import { toPolicyText } from './policy-text.js';

/** A published version as text, from which another may be written. */
export function ViewVersion(props: {
  version: number | undefined;
  current: number;
  onClose: () => void;
  onEdit: () => void;
}) {
  const { t } = useTranslation('admin');
  const { version, current, onClose, onEdit } = props;
  const found = useQuery({
    queryKey: ['policies', version],
    queryFn: () => readVersion(Number(version)),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
  const draft = useDraft();
  const edit = () => {
    if (found.data) keepDraft({ text: toPolicyText(found.data.policy), base: current });
    onEdit();
  };
  return (
    <Drawer
      open={version !== undefined}
      title={t('policies.history.versionTitle', { version })}
      size="large"
      onClose={onClose}
      destroyOnHidden
      extra={
        <Popconfirm
          title={t('policies.discardSure')}
          // Without a draft nothing is lost, and nobody is asked.
          disabled={!draft}
          onConfirm={edit}
        >
          <Button onClick={draft ? undefined : edit} disabled={!found.data}>
            {t('policies.history.editFrom')}
          </Button>
        </Popconfirm>
      }
    >
      <Loaded asked={found}>
        {({ policy }) => (
          <TextEditor
            value={toPolicyText(policy)}
            label={t('policies.history.versionTitle', { version })}
            height="calc(100vh - 160px)"
          />
        )}
      </Loaded>
    </Drawer>
  );
}
