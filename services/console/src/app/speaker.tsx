import { Button, message, notification } from 'antd';
import { useEffect } from 'react';
import { takeUnsaid, useUnsaid } from '../shared/say.js';

/** Shows what is said over the screen. */
export function Speaker() {
  const [messages, messagePlace] = message.useMessage();
  const [notes, notePlace] = notification.useNotification();
  const unsaid = useUnsaid();
  useEffect(() => {
    if (unsaid.length === 0) return;
    for (const { kind, text, more, action, seconds, key } of takeUnsaid()) {
      if (more === undefined && action === undefined)
        void messages[kind]({ content: text, duration: seconds, key });
      else
        notes[kind]({
          ...{
            title: text,
            description: more,
            duration: action ? (seconds ?? 10) : 0,
            key,
          },
          ...(action && {
            actions: (
              <Button type="primary" onClick={action.act}>
                {action.label}
              </Button>
            ),
          }),
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
