import type { Migration } from '#platform';

/** Who is at which case: forgotten after half a minute, so a crash may forget it too. */
export const presenceMigrations: readonly Migration[] = [
  {
    name: '0241-presence',
    sql: `
      create unlogged table presence (
        case_id uuid not null, viewer text not null, agent text, doing text not null check (doing in ('viewing', 'composing')),
        since timestamptz not null, held_until timestamptz not null,
        primary key (case_id, viewer)
      );
    `,
  },
];
