import { Tabs } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { Panel } from '../../../shared/panel.js';
import { useCustomer, useResolution } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import type { Reading } from '../timeline/use-seen.js';
import { useDraft, useNoteDraft } from './drafts.js';
import type { Draft, Reply } from './drafts.js';
import { HeldMessages } from './held-messages.js';
import type { Message } from './held-messages.js';
import { NoteComposer } from './note-composer.js';
import { ReplyComposer } from './reply-composer.js';
import type { ReplyHandle } from './reply-composer.js';

export type ComposerTab = 'reply' | 'note';

interface Props {
  of: CaseView;
  reading: Reading;
  tab: ComposerTab;
  onTab: (tab: ComposerTab) => void;
  onWriting: (isWriting: boolean) => void;
}

/** What is written about the case: to the customer, or among colleagues, each with a draft of its own. */
export function Composer({ of, reading, tab, onTab, onWriting }: Props) {
  const { t } = useTranslation('casePage');
  const draft = useDraft(of.id);
  const note = useNoteDraft(of.id);
  const settled = useResolution(of.id);
  const resolution = settled.data;
  const customer = useCustomer(of.customer.id);
  const composer = useRef<ReplyHandle>(null);
  const isReady = resolution !== undefined && customer.isSettled;
  // What a first message is made of has to be there before it is begun.
  const begun = isReady
    ? draft
    : { ...draft, data: undefined, error: settled.error ?? draft.error };
  const lastTo = resolution?.messages.findLast(({ to }) => to)?.to;
  const first = firstReply(of, lastTo ?? customer.data?.email);
  const undone = (message: Message) => {
    onTab('reply');
    composer.current?.restore(replyOf(message, first));
  };
  return (
    <Panel className="case-composer">
      <HeldMessages of={of} messages={resolution?.messages ?? []} onUndone={undone} />
      <Tabs
        size="small"
        // A bar that slides below the tabs has the page laid out anew with each of its frames.
        animated={false}
        activeKey={tab}
        onChange={(key) => onTab(key as ComposerTab)}
        items={[
          {
            key: 'reply',
            label: t('reply.title'),
            children: (
              <Loaded asked={begun}>
                {(kept) => (
                  <ReplyComposer
                    handle={composer}
                    of={of}
                    resolution={resolution}
                    initial={replyOf(kept, first)}
                    reading={reading}
                    onWriting={onWriting}
                  />
                )}
              </Loaded>
            ),
          },
          {
            key: 'note',
            label: t('note.title'),
            children: (
              <Loaded asked={note}>
                {(kept) => (
                  <NoteComposer id={of.id} initial={kept?.text ?? ''} onWriting={onWriting} />
                )}
              </Loaded>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** A customer who was told nothing yet is told first that the complaint has arrived. */
function firstReply(of: CaseView, to: string | null | undefined): Reply {
  const isFirst = of.clocks.some(
    ({ kind, state }) => kind === 'acknowledge' && state === 'running',
  );
  const kind = isFirst ? 'acknowledgement' : 'interim';
  return { kind, channel: of.channel, text: '', to: to ?? '', template: undefined };
}

type Kept = Pick<Draft, 'kind' | 'channel' | 'text' | 'to'> & {
  template?: string | Message['template'];
};

function replyOf(kept: Kept | null, first: Reply): Reply {
  if (!kept) return first;
  const { kind, channel, text, to, template } = kept;
  const id = typeof template === 'object' ? template.id : template;
  return { kind, channel, text: text ?? '', to: to ?? first.to, template: id };
}
