import { Card, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../shared/loaded.js';
import { useCustomer, useResolution } from '../case-queries.js';
import type { CaseView } from '../case-queries.js';
import type { Reading } from '../timeline/use-seen.js';
import { keepReply, useDraft, useNoteDraft } from './drafts.js';
import type { Draft, Reply } from './drafts.js';
import { HeldMessages } from './held-messages.js';
import type { Message } from './held-messages.js';
import { NoteComposer } from './note-composer.js';
import { ReplyComposer } from './reply-composer.js';

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
  const { data: resolution } = useResolution(of.id);
  const { data: customer } = useCustomer(of.customer.id);
  const [restored, setRestored] = useState<Message>();
  const first = firstReply(
    of,
    resolution?.messages.findLast(({ to }) => to)?.to ?? customer?.email,
  );
  const undone = (message: Message) => {
    setRestored(message);
    onTab('reply');
    void keepReply(of.id)(replyOf(message, first));
  };
  return (
    <Card size="small" className="case-composer">
      <HeldMessages of={of} messages={resolution?.messages ?? []} onUndone={undone} />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => onTab(key as ComposerTab)}
        items={[
          {
            key: 'reply',
            label: t('reply.title'),
            children: (
              <Loaded asked={draft}>
                {(kept) => (
                  <ReplyComposer
                    // A message that was taken back is there again, to be mended.
                    key={restored?.id ?? 'draft'}
                    of={of}
                    resolution={resolution}
                    initial={replyOf(restored ?? kept, first)}
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
    </Card>
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
