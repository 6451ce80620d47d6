import { Flex, Tabs, Tag } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { Panel } from '../../../shared/panel.js';
import { useCustomer, useParties, useResolution } from '../case-queries.js';
import type { CaseView, Party } from '../case-queries.js';
import type { Reading } from '../timeline/use-seen.js';
import { useDraft, useNoteDraft } from './drafts.js';
import type { Draft, Reply } from './drafts.js';
import { firstReply } from './first-reply.js';
import { firstTab, holdsText, takesMessages } from './first-tab.js';
import type { ComposerTab } from './first-tab.js';
import { HeldMessages } from './held-messages.js';
import type { Message } from './held-messages.js';
import { NoteComposer } from './note-composer.js';
import { ReplyComposer } from './reply-composer.js';
import type { ReplyHandle } from './reply-composer.js';

interface Props {
  of: CaseView;
  reading: Reading;
  /** Absent until somebody chose one: then it is the one that holds what they had begun. */
  tab: ComposerTab | undefined;
  onTab: (tab: ComposerTab) => void;
  onWriting: (isWriting: boolean) => void;
}

const noParties: readonly Party[] = [];

/** What is written about the case: to the customer or a party, or among colleagues, each with a draft of its own. */
export function Composer({ of, reading, tab, onTab, onWriting }: Props) {
  const { t } = useTranslation('casePage');
  const draft = useDraft(of.id);
  const note = useNoteDraft(of.id);
  const settled = useResolution(of.id);
  const resolution = settled.data;
  const customer = useCustomer(of.customer.id);
  const parties = useParties(of);
  const composer = useRef<ReplyHandle>(null);
  const [holdsReply, setHoldsReply] = useState<boolean>();
  const [holdsNote, setHoldsNote] = useState<boolean>();
  const isReady = resolution !== undefined && customer.isSettled;
  // What a first message is made of has to be there before it is begun.
  const begun = isReady
    ? draft
    : { ...draft, data: undefined, error: settled.error ?? draft.error };
  const lastTo = resolution?.messages.findLast(({ to, partyId }) => to && !partyId)?.to;
  const to = lastTo ?? customer.data?.email;
  const first = firstReply(of, { phone: customer.data?.phone, to });
  const undone = (message: Message) => {
    onTab('reply');
    composer.current?.restore(replyOf(message, first));
  };
  // What is open does not turn under the hand of somebody who types already.
  const typed = (which: ComposerTab, tell: (isBegun: boolean) => void) => (isBegun: boolean) => {
    tell(isBegun);
    onTab(which);
  };
  const holds = holdsReply ?? holdsText(draft.data);
  // What was written before can still be read and dropped.
  const mayWrite = takesMessages(of) || holds;
  const isRead = draft.isFetched && note.isFetched;
  const begunTab = isRead ? firstTab({ reply: draft.data, note: note.data }) : 'reply';
  const label = (title: string, holdsDraft: boolean) => (
    <Flex gap={4} align="center">
      {title}
      {holdsDraft && <Tag>{t('reply.draft')}</Tag>}
    </Flex>
  );
  return (
    <Panel className="case-composer">
      <Tabs
        size="small"
        // A bar that slides below the tabs has the page laid out anew with each of its frames.
        animated={false}
        activeKey={mayWrite ? (tab ?? begunTab) : 'note'}
        onChange={(key) => onTab(key as ComposerTab)}
        items={[
          {
            key: 'reply',
            disabled: !mayWrite,
            // A message that is taken back goes into it, whichever tab is open.
            forceRender: true,
            label: label(t(of.parties ? 'reply.titleAny' : 'reply.title'), holds),
            children: (
              <Loaded asked={begun}>
                {(kept) => (
                  <ReplyComposer
                    handle={composer}
                    of={of}
                    parties={of.parties ? parties.data : noParties}
                    resolution={resolution}
                    kept={kept}
                    replyOf={(one) => replyOf(one, first)}
                    reading={reading}
                    onWriting={onWriting}
                    onDraft={typed('reply', setHoldsReply)}
                  />
                )}
              </Loaded>
            ),
          },
          {
            key: 'note',
            label: label(t('note.title'), holdsNote ?? holdsText(note.data)),
            children: (
              <Loaded asked={note}>
                {(kept) => (
                  <NoteComposer
                    id={of.id}
                    kept={kept}
                    onWriting={onWriting}
                    onDraft={typed('note', setHoldsNote)}
                  />
                )}
              </Loaded>
            ),
          },
        ]}
      />
      {/* Below: above, it would push down what somebody types into. */}
      <HeldMessages
        of={of}
        parties={parties.data}
        messages={resolution?.messages ?? []}
        onUndone={undone}
      />
    </Panel>
  );
}

type Kept = Pick<Draft, 'kind' | 'channel' | 'text' | 'to' | 'partyId'> & {
  template?: string | Message['template'];
};

function replyOf(kept: Kept | null, first: Reply): Reply {
  if (!kept) return first;
  const { kind, channel, text, partyId, template } = kept;
  // Where a party is reached is not where the customer is.
  const to = (partyId === undefined ? kept.to : undefined) ?? first.to;
  const id = typeof template === 'object' ? template.id : template;
  return { kind, channel, text: text ?? '', to, partyId, template: id };
}
