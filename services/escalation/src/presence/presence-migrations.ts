import type { Migration } from '#platform';

/** Who is at which case, and what of it they have read. */
export const presenceMigrations: readonly Migration[] = [
  {
    // Who is at which case: forgotten after half a minute, so a crash may forget it too.
    name: '0241-presence',
    sql: `
      create unlogged table presence (
        case_id uuid not null, viewer text not null, agent text, doing text not null check (doing in ('viewing', 'composing')),
        since timestamptz not null, held_until timestamptz not null,
        primary key (case_id, viewer)
      );
    `,
  },
  {
    // Numbers of entries only: nothing that was said in a case.
    name: '0460-case-seen',
    sql: `
      create table case_seen (
        case_id uuid not null, viewer text not null, up_to int not null, beyond int[] not null,
        primary key (case_id, viewer)
      );
    `,
  },
];
