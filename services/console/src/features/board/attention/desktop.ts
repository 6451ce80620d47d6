export type DesktopState = NotificationPermission | 'missing';

export const desktopState = (): DesktopState =>
  'Notification' in window ? Notification.permission : 'missing';

/** Asks for permission where nobody has decided yet: only of somebody who has just clicked. */
export async function askForDesktop(): Promise<DesktopState> {
  if (desktopState() === 'default') await Notification.requestPermission();
  return desktopState();
}

/** One at a time: a new one takes the place of the last. A click brings the console to the front, and leads on. */
export function showDesktop(title: string, body: string, leadOn?: () => void): void {
  if (desktopState() !== 'granted') return;
  try {
    // Without `renotify` a browser replaces the last in silence.
    const options: NotificationOptions & { renotify: boolean } = {
      ...{ body, tag: 'clearline-alerts', renotify: true, icon: '/app/icon.svg' },
    };
    const shown = new Notification(title, options);
    shown.addEventListener('click', () => {
      window.focus();
      leadOn?.();
      shown.close();
    });
  } catch {
    // Browsers of phones have the constructor and refuse it; what they show is the list and the sound.
  }
}
