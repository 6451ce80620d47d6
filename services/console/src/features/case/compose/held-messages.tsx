import { useTranslation } from 'react-i18next';
import { HeldNotice } from '../../../shared/held-notice.js';
import { CommandProblem } from '../actions/changed-notice.js';
import { useCommand } from '../actions/use-command.js';
import type { CaseView, Party, Resolution } from '../case-queries.js';
import { useWords } from '../words.js';
import { usePartyName } from './recipient.js';
import { isByHand } from './way-of.js';

export type Message = Resolution['messages'][number];

interface Props {
  of: CaseView;
  parties: readonly Party[] | undefined;
  messages: readonly Message[];
  onUndone: (message: Message) => void;
}

/** Messages that have not left yet, each with the time it has and a way to take it back. */
export function HeldMessages({ of, parties, messages, onUndone }: Props) {
  const held = messages.filter(({ status }) => status === 'held');
  return (
    <div aria-live="polite" className="case-held">
      {held.map((message) => (
        <HeldMessage key={message.id} {...{ of, parties, message, onUndone }} />
      ))}
    </div>
  );
}

type One = Omit<Props, 'messages'> & { message: Message };

function HeldMessage({ of, parties, message, onUndone }: One) {
  const { t } = useTranslation('casePage');
  const words = useWords();
  const nameOf = usePartyName();
  const { partyId } = message;
  const party = parties?.find(({ id }) => id === partyId);
  const isRecorded = isByHand(message.channel);
  const [toCustomer, toParty] = isRecorded
    ? (['reply.noted', 'reply.notedFor'] as const)
    : (['reply.held', 'reply.heldFor'] as const);
  const undo = useCommand(of.id, () => onUndone(message));
  return (
    <>
      <HeldNotice
        title={t(partyId === undefined ? toCustomer : toParty, {
          kind: words.code(message.kind),
          channel: words.code(message.channel),
          name: party ? nameOf(party) : t('value.none'),
        })}
        sendAt={message.sendAt}
        leavesIn={(seconds) => t(isRecorded ? 'reply.notedIn' : 'reply.leavesIn', { seconds })}
        takeBack={t('commands.undo-message')}
        isTaking={undo.isPending}
        onTakeBack={() => undo.mutate({ command: 'undo-message', body: { messageId: message.id } })}
      />
      {undo.error && <CommandProblem id={of.id} error={undo.error} onAccept={undo.reset} />}
    </>
  );
}
