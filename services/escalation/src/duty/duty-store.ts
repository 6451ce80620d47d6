import { Inject, Injectable } from '@nestjs/common';
import type { DutyBody, DutyView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { isZone } from '#sla';

interface Stored {
  version: number;
  body: string;
  by: string;
  at: number;
}

const nothing: DutyBody = { rosters: [], absences: [] };

/** Rosters and absences. Every version is kept: who was called then is told by the one in force then. */
@Injectable()
export class DutyStore {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  async view(): Promise<DutyView> {
    const [latest] = await this.read(this.runtime.database);
    if (!latest) {
      const publishedAt = new Date(0).toISOString();
      return { version: 0, publishedBy: 'system', publishedAt, ...nothing };
    }
    const publishedAt = new Date(latest.at).toISOString();
    const body = JSON.parse(latest.body) as DutyBody;
    return { version: latest.version, publishedBy: latest.by, publishedAt, ...body };
  }

  /** What held at each of some instants; the first version counts for the time before it too. */
  async at(tx: Queries, instants: readonly number[]): Promise<(at: number) => DutyBody> {
    if (instants.length === 0) return () => nothing;
    const rows = await tx.query<Stored>(
      `select version, body, published_by as by, published_at::float8 as at from duty_versions
        where version in (
          select coalesce(
            (select max(version) from duty_versions where published_at <= i.at),
            (select min(version) from duty_versions))
            from unnest($1::bigint[]) as i(at))
        order by version`,
      [[...new Set(instants)]],
    );
    const parsed = rows.map(({ at, body }) => ({ at, body: JSON.parse(body) as DutyBody }));
    return (instant) =>
      (parsed.filter(({ at }) => at <= instant).at(-1) ?? parsed[0])?.body ?? nothing;
  }

  /** @throws Problem `validation`; `stale-version` when another version is in force than the author saw */
  async publish(body: DutyBody, by: string, expectedVersion?: number): Promise<DutyView> {
    const { database, clock } = this.runtime;
    await refuseUnknown(database, body);
    const version = (await this.read(database))[0]?.version ?? 0;
    if (expectedVersion !== undefined && expectedVersion !== version) throw stale(version);
    const inserted = await database.query(
      `insert into duty_versions (version, body, published_by, published_at) values ($1, $2, $3, $4)
       on conflict do nothing returning version`,
      [version + 1, JSON.stringify(body), by, clock.now()],
    );
    if (inserted.length === 0) throw stale(version + 1);
    return this.view();
  }

  private read(database: Queries): Promise<Stored[]> {
    return database.query<Stored>(
      `select version, body, published_by as by, published_at::float8 as at
         from duty_versions order by version desc limit 1`,
    );
  }
}

/** Zones that nobody has, rosters twice, people whom the organisation does not have: each with its place. */
async function refuseUnknown(database: Queries, { rosters, absences }: DutyBody): Promise<void> {
  const named = [
    ...rosters.flatMap(({ people, overrides }, index) => [
      ...people.map((id, place) => ({ id, path: `rosters.${index}.people.${place}` })),
      ...overrides.map(({ agentId: id }, place) => ({
        ...{ id, path: `rosters.${index}.overrides.${place}.agentId` },
      })),
    ]),
    ...absences.flatMap(({ agentId, standIn }, index) => [
      { id: agentId, path: `absences.${index}.agentId` },
      ...(standIn === undefined ? [] : [{ id: standIn, path: `absences.${index}.standIn` }]),
    ]),
  ];
  const rows = await database.query<{ id: string }>(
    `select id from agents where active and id = any($1::text[])`,
    [[...new Set(named.map(({ id }) => id))]],
  );
  const known = new Set(rows.map(({ id }) => id));
  const errors = [
    ...named.flatMap(({ id, path }) =>
      known.has(id)
        ? []
        : [{ path, rule: 'unknown-agent', message: 'no active agent has this id' }],
    ),
    ...rosters.flatMap(({ id, tz }, index) => [
      ...(isZone(tz)
        ? []
        : [
            {
              path: `rosters.${index}.tz`,
              rule: 'unknown-zone',
              message: `unknown time zone ${tz}`,
            },
          ]),
      ...(rosters.findIndex((one) => one.id === id) === index
        ? []
        : [{ path: `rosters.${index}.id`, rule: 'unique', message: 'another roster has this id' }]),
    ]),
  ];
  if (errors.length > 0) throw new Problem('validation', { errors });
}

const stale = (version: number) =>
  new Problem('stale-version', {
    detail: `version ${version} is in force`,
    extra: { version },
  });
