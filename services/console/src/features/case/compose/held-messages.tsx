import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerTime } from '../../../shared/server-time.js';
import { Instant } from '../../../shared/instant.js';
import { CommandProblem } from '../actions/changed-notice.js';
import { useCommand } from '../actions/use-command.js';
import type { CaseView, Resolution } from '../case-queries.js';
import { useWords } from '../words.js';

export type Message = Resolution['messages'][number];

/** From here on the time of day says more than seconds. */
const countedMs = 10 * 60_000;

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
  const now = useServerTime();
  const undo = useCommand(of.id, () => onUndone(message));
  const left = now === undefined ? undefined : Date.parse(message.sendAt) - now;
  const isSoon = left !== undefined && left < countedMs;
  const title = t('reply.held', {
    kind: words.code(message.kind),
    channel: words.code(message.channel),
  });
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={
          <>
            {title}{' '}
            {isSoon ? (
              <span className="steady">
                {t('reply.leavesIn', { seconds: Math.max(0, Math.ceil(left / 1_000)) })}
              </span>
            ) : (
              <Instant at={message.sendAt} />
            )}
          </>
        }
        action={
          <Button
            type="primary"
            loading={undo.isPending}
            disabled={left !== undefined && left <= 0}
            onClick={() =>
              undo.mutate({ command: 'undo-message', body: { messageId: message.id } })
            }
          >
            {t('commands.undo-message')}
          </Button>
        }
      />
      {undo.error && <CommandProblem id={of.id} error={undo.error} onAccept={undo.reset} />}
    </>
  );
}
