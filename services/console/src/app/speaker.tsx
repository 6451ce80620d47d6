import { message, notification } from 'antd';
import { useEffect } from 'react';
import { takeUnsaid, useUnsaid } from '../shared/say.js';

/** Shows what is said over the screen. */
export function Speaker() {
  const [messages, messagePlace] = message.useMessage();
  const [notes, notePlace] = notification.useNotification();
  const unsaid = useUnsaid();
  useEffect(() => {
    if (unsaid.length === 0) return;
    for (const { kind, text, more, seconds, key } of takeUnsaid()) {
      if (more === undefined) void messages[kind]({ content: text, duration: seconds, key });
      else
        notes[kind]({
          ...{ title: text, description: more, duration: 0, key },
          styles: { description: { whiteSpace: 'pre-line' } },
        });
    }
  }, [unsaid, messages, notes]);
  return (
    <>
      {messagePlace}
      {notePlace}
    </>
  );
}
