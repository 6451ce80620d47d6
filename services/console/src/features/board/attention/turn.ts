const storageKey = 'clearline.announcing';

/**
 * Which tab of a browser announces: the one that was looked at last. There somebody has clicked, without which a tab
 * makes no sound, and it alone follows the alerts for that, out of sight too (a board follows them for itself). Told by what tabs keep together, not by the browser's
 * own locks: those are there only over TLS, and would stay with a tab that may make no sound.
 */
export class Turn {
  constructor(
    private readonly kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly tab: string,
  ) {}

  isOurs(): boolean {
    return this.kept.getItem(storageKey) === this.tab;
  }

  /** For a tab that is in sight and hears alerts, or for any while nobody has it. Answers whether it was taken now. */
  take({ isInSight, isLive }: { isInSight: boolean; isLive: boolean }): boolean {
    if (this.isOurs()) return false;
    // Until its own stream stands the other one goes on: nothing is missed in between.
    if (!(isInSight && isLive) && this.kept.getItem(storageKey) !== null) return false;
    this.kept.setItem(storageKey, this.tab);
    return true;
  }

  /** With the page: whoever is left takes it. */
  leave(): void {
    if (this.isOurs()) this.kept.removeItem(storageKey);
  }

  /** Whether another tab may have changed whose it is, by what it kept under `key`. */
  static isChangedBy(key: string | null): boolean {
    return key === storageKey || key === null;
  }
}
