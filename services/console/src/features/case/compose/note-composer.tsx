import { Button, Flex, Input } from 'antd';
import { DisabledContextProvider } from 'antd/es/config-provider/DisabledContext';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../actions/changed-notice.js';
import { useCommand } from '../actions/use-command.js';
import { CoachHints } from '../../../shared/coach-hints.js';
import { Field } from '../../../shared/field.js';
import { KeepingState } from '../../../shared/keeping-state.js';
import { isSendKey } from '../../../shared/send-key.js';
import { useKeeping } from '../../../shared/use-keeper.js';
import { useOnce } from '../../../shared/use-once.js';
import { noteDraft } from './drafts.js';
import type { NoteDraft } from './drafts.js';
import { OtherDraftNotice } from './other-draft-notice.js';

interface Props {
  id: string;
  /** As it is kept; null where nothing is. */
  kept: NoteDraft | null;
  onWriting: (isWriting: boolean) => void;
  /** Whether something is begun that was not added yet. */
  onDraft: (isBegun: boolean) => void;
}

/** A note for colleagues: another colour and another button than what goes to the customer. */
export function NoteComposer({ id, kept, onWriting, onDraft }: Props) {
  const { t } = useTranslation('casePage');
  const [text, setText] = useState(kept?.text ?? '');
  const [draft] = useState(() => noteDraft(id, kept?.version ?? 0));
  const { keeper } = draft;
  const keeping = useKeeping(keeper);
  const isOutdated = keeping === 'outdated';
  const [isAdding, begin] = useOnce();
  const give = useCommand(id, () => {
    setText('');
    onWriting(false);
    onDraft(false);
  });
  const show = (changed: string) => {
    setText(changed);
    onWriting(changed.trim() !== '');
    onDraft(changed.trim() !== '');
  };
  const change = (changed: string) => {
    keeper.keep(changed);
    show(changed);
  };
  const takeOther = async () => show((await draft.takeOther())?.text ?? '');
  const isEmpty = text.trim() === '';
  const add = () => {
    if (isEmpty || isOutdated) return;
    begin(async () => {
      await keeper.forget();
      if (await draft.isOvertaken()) return keeper.keep(text);
      const given = { command: 'add-note', body: { text: text.trim() } } as const;
      // What was refused is still a draft.
      await give.mutateAsync(given).then(
        () => draft.end(),
        () => keeper.keep(text),
      );
    });
  };
  return (
    <>
      <Field
        label={t('note.text')}
        id="note-text"
        hint={t('note.forStaff')}
        className="case-slim case-note-field"
      >
        <Input.TextArea
          id="note-text"
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={20_000}
          value={text}
          readOnly={isAdding}
          onChange={({ target }) => change(target.value)}
          onFocus={() => onWriting(!isEmpty)}
          onBlur={() => onWriting(false)}
          onKeyDown={(event) => {
            if (isSendKey(event)) add();
          }}
        />
      </Field>
      <DisabledContextProvider disabled={isAdding}>
        <CoachHints text={text} onReplace={change} />
      </DisabledContextProvider>
      {isOutdated && (
        <OtherDraftNotice
          kept={draft.other ?? null}
          onTake={() => void takeOther()}
          onKeep={() => draft.replaceOther()}
        />
      )}
      {give.error && <CommandProblem id={id} error={give.error} onAccept={give.reset} />}
      <Flex gap="small" align="center" justify="end">
        <KeepingState keeping={keeping} />
        <Button disabled={isEmpty || isOutdated} loading={isAdding} onClick={add}>
          {t('note.add')}
        </Button>
      </Flex>
    </>
  );
}
