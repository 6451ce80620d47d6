import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Announcement, ToldAlert } from './announcement.js';
import { Announcer } from './announcer.js';
import { showDesktop } from './desktop.js';
import { playSound, readyOnGesture } from './sound.js';
import { useWishes } from './wishes.js';

/** Announces alerts by sound and on the desktop, as this machine is to. Returns what is called with each alert. */
export function useAnnouncements(): (told: ToldAlert) => void {
  const { t } = useTranslation('board');
  const wishes = useWishes();
  const [announcer] = useState(() => new Announcer());
  useEffect(readyOnGesture, []);
  useEffect(() => () => announcer.stop(), [announcer]);

  const announce = (announcement: Announcement) => {
    if (wishes.sound) void playSound();
    if (!wishes.desktop) return;
    const causeOf = (cause: string) => t(`cause.${cause as 'breach'}`);
    if (announcement.kind === 'one') {
      const { cause, number } = announcement.alert;
      showDesktop(t('attention.one', { cause: causeOf(cause), number }), t('title'));
    } else {
      const { n, cause } = announcement;
      showDesktop(t('attention.many', { n }), t('attention.manyBody', { cause: causeOf(cause) }));
    }
  };
  return (told) => announcer.hear(told, announce);
}
