/**
 * Taken by every transaction of a writer before it has an id, and held to its end: so who may still append to
 * this log is known, and nobody waits for transactions of other services.
 */
export const writerLock = 'lock table events in row exclusive mode';

/**
 * `readable_before()`: no transaction with a lower id will add to this log any more. Ids and locks are looked
 * at in this order, each statement with a snapshot of its own (the functions are volatile). A writer with an id
 * below `ahead` had its lock before that id was given out; when it has no lock now it has ended, and a snapshot
 * that is taken from here on shows what it committed. `pg_locks` is read once: a writer whose lock is seen
 * without its id may just be getting one, and then everything that ran at the beginning is waited for. A
 * transaction with one snapshot for all of its statements waits for the same.
 * `events_after()`: what lies behind a cursor and is readable; ids of an earlier epoch are from another cluster.
 */
export const readableLog = `
  create function readable_before() returns xid8 language plpgsql volatile set search_path from current as $$
  declare
    seen pg_snapshot := pg_current_snapshot();
    ahead bigint := pg_snapshot_xmax(seen)::text::bigint;
    running bigint := pg_snapshot_xmin(seen)::text::bigint;
    oldest bigint;
  begin
    if current_setting('transaction_isolation') <> 'read committed' then
      return running::text::xid8;
    end if;
    with locks as materialized (
      select virtualtransaction as holder, pid, locktype, database, relation, transactionid::text::bigint as id
        from pg_locks
       where granted and (locktype = 'relation' and mode = 'RowExclusiveLock'
                          or locktype = 'transactionid' and mode = 'ExclusiveLock')
    )
    select min(case when id.holder is null then running
                    else ahead + ((id.id - ahead) << 32 >> 32) end)
      into oldest
      from locks writer left join locks id on id.holder = writer.holder and id.locktype = 'transactionid'
     where writer.locktype = 'relation' and writer.relation = 'events'::regclass
       and writer.database = (select oid from pg_database where datname = current_database())
       and (id.holder is not null or writer.pid <> pg_backend_pid());
    return least(ahead, coalesce(oldest, ahead))::text::xid8;
  end $$;

  create function events_after(after_epoch int, after_tx xid8, after_position bigint, most int)
    returns setof events language plpgsql volatile set search_path from current as $$
  declare
    readable xid8 := readable_before();
  begin
    return query
      select * from events e
       where (e.epoch, e.tx, e.position) > (after_epoch, after_tx, after_position)
         and (e.tx < readable or e.epoch < current_epoch())
       order by e.epoch, e.tx, e.position
       limit most;
  end $$;
`;
