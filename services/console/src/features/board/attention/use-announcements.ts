import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announcementOf } from './announcement.js';
import type { ToldAlert } from './announcement.js';
import { showDesktop } from './desktop.js';
import { playSound, readyOnGesture } from './sound.js';
import { useWishes } from './wishes.js';

/** What comes within this is one announcement; the next one waits as long. */
const momentMs = 2_000;

/** Announces alerts by sound and on the desktop, as this machine is to. Returns what is called with each alert. */
export function useAnnouncements(): (told: ToldAlert) => void {
  const { t } = useTranslation('board');
  const wishes = useWishes();
  const heard = useRef<ToldAlert[]>([]);
  const timer = useRef<number>(undefined);
  useEffect(readyOnGesture, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const announce = () => {
    timer.current = undefined;
    const announcement = announcementOf(heard.current);
    heard.current = [];
    if (!announcement) return;
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
  return (told) => {
    heard.current.push(told);
    timer.current ??= window.setTimeout(announce, momentMs);
  };
}
