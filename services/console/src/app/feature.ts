import type { ComponentType, ReactNode } from 'react';
import type { MenuLabel, Namespace } from '../texts/resources.js';
import type { Role } from '../session/session.js';

/** An address of the console, with who may open it. The code behind it is loaded when it is opened. */
export interface Screen {
  /** Below /app/, as the router writes it: `cases/:id`. */
  path: string;
  load: () => Promise<{ Screen: ComponentType }>;
  /** What it shows of `shared` with texts of their own, beside those of its feature. */
  texts?: readonly Namespace[];
  roles: readonly Role[];
  /** Absent: reached from other screens only. */
  menu?: {
    order: number;
    /** A text of `common` under `menu`. */
    label: MenuLabel;
    icon: ReactNode;
    /** Whose work begins here; everybody else begins with the first screen of their menu. */
    startsFor?: readonly Role[];
  };
}

/** What stands in the bar over every screen, whichever is open: loaded once the page is there, with its own texts. */
export interface Everywhere {
  load: () => Promise<{ Everywhere: ComponentType }>;
  texts: readonly Namespace[];
  roles: readonly Role[];
}

/**
 * A part of the console that comes and goes whole: its screens, and its texts in both languages under its own
 * name. `features.ts` and `texts/resources.ts` name it once each; nothing else knows of it.
 */
export interface Feature {
  name: Namespace;
  screens: readonly Screen[];
  /** Absent of most: each costs every page of its roles what it loads and follows. */
  everywhere?: Everywhere;
}
