import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../actions/changed-notice.js';
import { useCommand } from '../actions/use-command.js';
import { CoachHints } from '../../../shared/coach-hints.js';
import { Field } from '../../../shared/field.js';
import { KeepingState } from '../../../shared/keeping-state.js';
import { isSendKey } from '../../../shared/send-key.js';
import { useKeeper } from '../../../shared/use-keeper.js';
import { useOnce } from '../../../shared/use-once.js';
import { keepNote } from './drafts.js';

interface Props {
  id: string;
  initial: string;
  onWriting: (isWriting: boolean) => void;
  /** Whether something is begun that was not added yet. */
  onDraft: (isBegun: boolean) => void;
}

/** A note for colleagues: another colour and another button than what goes to the customer. */
export function NoteComposer({ id, initial, onWriting, onDraft }: Props) {
  const { t } = useTranslation('casePage');
  const [text, setText] = useState(initial);
  const { keeper, keeping } = useKeeper<string>(keepNote(id));
  const [isAdding, begin] = useOnce();
  const give = useCommand(id, () => {
    setText('');
    onWriting(false);
    onDraft(false);
  });
  const change = (changed: string) => {
    setText(changed);
    keeper.keep(changed);
    onWriting(changed.trim() !== '');
    onDraft(changed.trim() !== '');
  };
  const isEmpty = text.trim() === '';
  const add = () => {
    if (isEmpty) return;
    begin(async () => {
      await keeper.forget();
      const given = { command: 'add-note', body: { text: text.trim() } } as const;
      // What was refused is still a draft.
      await give.mutateAsync(given).catch(() => keeper.keep(text));
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
      <CoachHints text={text} onReplace={change} />
      {give.error && <CommandProblem id={id} error={give.error} onAccept={give.reset} />}
      <Flex gap="small" align="center" justify="end">
        <KeepingState keeping={keeping} />
        <Button disabled={isEmpty} loading={isAdding} onClick={add}>
          {t('note.add')}
        </Button>
      </Flex>
    </>
  );
}
