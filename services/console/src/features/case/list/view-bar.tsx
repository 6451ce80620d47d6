import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from 'react-router';
import { Field } from '../../../shared/field.js';
import { onDemand } from '../../../shared/on-demand.js';
import { copyText } from '../../../shared/copy-text.js';
import { say } from '../../../shared/say.js';
import type { ListView } from './list-address.js';
import { dropView, savedViewsKey, saveView, useSavedViews } from './saved-views.js';
import type { SavedView } from './saved-views.js';

const SaveViewDialog = onDemand(async () => (await import('./save-view-dialog.js')).SaveViewDialog);

interface Props {
  /** What is shown. */
  view: ListView;
  /** The same at this very moment, drawn or not: what is saved. */
  viewNow: () => ListView;
  /** The view that is open, or that what is shown began as. */
  saved: SavedView | undefined;
  /** Whether what is shown is that view as it was saved. */
  isAsSaved: boolean;
  /** Opens a view by its id; absent: the usual list. */
  onOpen: (id: string | undefined) => void;
}

/** Lists that were saved under names: one's own and those that were shared. */
export function ViewBar({ view, viewNow, saved, isAsSaved, onOpen }: Props) {
  const { t } = useTranslation('casePage');
  const client = useQueryClient();
  const { data: views } = useSavedViews();
  const [dialog, setDialog] = useState<'new' | 'change'>();
  const list = useHref('/cases');
  const reread = () => client.invalidateQueries({ queryKey: savedViewsKey });
  const copyLink = async (id: string) => {
    const link = new URL(`${list}?view=${id}`, location.origin).href;
    if (!(await copyText(link))) return say('info', t('views.linkIs', { link }), { seconds: 20 });
    say('success', t('views.linkCopied'));
  };
  const keep = async (kept: SavedView) => {
    client.setQueryData([...savedViewsKey, kept.id], kept);
    setDialog(undefined);
    const isShared = (kept.sharedWith ?? []).length > 0;
    say('success', t('views.saved', { name: kept.name }), {
      ...(isShared && {
        seconds: 8,
        action: { label: t('views.copyLink'), act: () => void copyLink(kept.id) },
      }),
    });
    await reread();
    onOpen(kept.id);
  };
  const change = useMutation({
    mutationFn: (of: SavedView) =>
      saveView(viewNow(), { name: of.name, sharedWith: of.sharedWith ?? [] }, of.id),
    onSuccess: keep,
    onError: reread,
  });
  const drop = useMutation({
    mutationFn: ({ id }: SavedView) => dropView(id),
    onSuccess: (_gone, { id, name }) => {
      say('success', t('views.dropped', { name }));
      onOpen(undefined);
      // It is on the screen for a moment still, and there is nothing to read of it any more.
      const gone = { queryKey: [...savedViewsKey, id], refetchType: 'none' } as const;
      void client.invalidateQueries(gone);
      void client.invalidateQueries({ queryKey: savedViewsKey, exact: true });
    },
    onError: reread,
  });
  const named = (isOwn: boolean) =>
    (views?.items ?? [])
      .filter((one) => one.isOwn === isOwn)
      .map(({ id, name, owner }) => ({
        value: id,
        label: isOwn ? name : t('views.of', { name, owner }),
      }));
  const groups = [
    { label: t('views.own'), options: named(true) },
    { label: t('views.shared'), options: named(false) },
  ].filter(({ options }) => options.length > 0);
  const mayChange = saved?.isChangeable ?? false;
  return (
    <Flex gap="small" align="end" wrap>
      <Field label={t('views.label')} id="case-view" className="case-view-field case-wide">
        <Select
          id="case-view"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('views.none')}
          value={saved?.id ?? null}
          options={groups}
          onChange={(id: string | null | undefined) => onOpen(id ?? undefined)}
        />
      </Field>
      {saved && mayChange && !isAsSaved && (
        <Button type="primary" loading={change.isPending} onClick={() => change.mutate(saved)}>
          {t('views.change')}
        </Button>
      )}
      <Button onClick={() => setDialog('new')}>{t('views.saveAs')}</Button>
      {saved && mayChange && (
        <>
          <Button onClick={() => setDialog('change')}>{t('views.edit')}</Button>
          <Popconfirm
            title={t('views.dropSure', { name: saved.name })}
            onConfirm={() => drop.mutate(saved)}
          >
            <Button danger loading={drop.isPending}>
              {t('views.drop')}
            </Button>
          </Popconfirm>
        </>
      )}
      {dialog && (
        <SaveViewDialog
          view={view}
          changed={dialog === 'change' ? saved : undefined}
          onCopyLink={(id) => void copyLink(id)}
          onSaved={(kept) => void keep(kept)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Flex>
  );
}
