import { useTranslation } from 'react-i18next';
import { HeldNotice } from '../../../shared/held-notice.js';
import { CommandProblem } from '../actions/changed-notice.js';
import { useCommand } from '../actions/use-command.js';
import type { CaseView, Resolution } from '../case-queries.js';
import { useWords } from '../words.js';

export type Message = Resolution['messages'][number];

interface Props {
  of: CaseView;
  messages: readonly Message[];
  onUndone: (message: Message) => void;
}

/** Messages that have not left yet, each with the time it has and a way to take it back. */
export function HeldMessages({ of, messages, onUndone }: Props) {
  const held = messages.filter(({ status }) => status === 'held');
  return (
    <div aria-live="polite">
      {held.map((message) => (
        <HeldMessage key={message.id} of={of} message={message} onUndone={onUndone} />
      ))}
    </div>
  );
}

function HeldMessage({ of, message, onUndone }: Omit<Props, 'messages'> & { message: Message }) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const undo = useCommand(of.id, () => onUndone(message));
  return (
    <>
      <HeldNotice
        title={t('reply.held', {
          kind: words.code(message.kind),
          channel: words.code(message.channel),
        })}
        sendAt={message.sendAt}
        leavesIn={(seconds) => t('reply.leavesIn', { seconds })}
        takeBack={t('commands.undo-message')}
        isTaking={undo.isPending}
        onTakeBack={() => undo.mutate({ command: 'undo-message', body: { messageId: message.id } })}
      />
      {undo.error && <CommandProblem id={of.id} error={undo.error} onAccept={undo.reset} />}
    </>
  );
}
