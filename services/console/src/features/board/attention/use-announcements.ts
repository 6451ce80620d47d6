import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Announcement, ToldAlert } from './announcement.js';
import { Announcer } from './announcer.js';
import { showDesktop } from './desktop.js';
import { isCovered } from '../../../shared/use-keys.js';
import { playSound, readyOnGesture } from './sound.js';
import { wishesNow } from './wishes.js';

/** What was announced last, for those who have the page read to them. */
export interface Said {
  /** Which one it is since the page opened: the same words may be said twice. */
  count: number;
  words: readonly string[];
}

/**
 * Announces alerts in the page, by sound and on the desktop, as this machine is to; a notification leads to the case, or
 * to the board where there are several. `hear` is called with each alert.
 */
export function useAnnouncements(): { hear: (told: ToldAlert) => void; said: Said | undefined } {
  const { t } = useTranslation('attention');
  const { t: alerts } = useTranslation('alerts');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [said, setSaid] = useState<Said>();
  const [announcer] = useState(() => new Announcer());
  useEffect(readyOnGesture, []);
  useEffect(() => () => announcer.stop(), [announcer]);

  const lead = (path: string) => {
    // The page is in front by then. What was begun in an open window is not taken away.
    if (!isCovered()) void navigate(path);
  };
  const causeOf = (cause: string) => alerts(`cause.${cause as 'breach'}`);
  const say = (words: readonly string[]) =>
    setSaid((last) => ({ count: (last?.count ?? 0) + 1, words }));
  const announce = (announcement: Announcement) => {
    const { sound, desktop } = wishesNow();
    if (sound) void playSound();
    if (announcement.kind === 'one') {
      const { cause, number, caseId } = announcement.alert;
      const title = t('one', { cause: causeOf(cause), number });
      say([title]);
      if (desktop) showDesktop(title, common('menu.board'), () => lead(`/cases/${caseId}`));
    } else {
      const { n, cause } = announcement;
      const [title, body] = [t('many', { n }), t('manyBody', { cause: causeOf(cause) })];
      say([title, body]);
      if (desktop) showDesktop(title, body, () => lead('/board'));
    }
  };
  return { hear: (told) => announcer.hear(told, announce), said };
}
