import { Inject, Injectable } from '@nestjs/common';
import type { TemplatesBody, TemplatesView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { defaultTemplates } from './default-templates.js';

interface Stored {
  version: number;
  body: string;
  by: string;
  at: number;
}

type TemplatesInForce = Omit<TemplatesView, 'sendsMail'>;

/** The templates in force: the default, until somebody publishes others; every version is kept. */
export async function readTemplates(database: Queries): Promise<TemplatesInForce> {
  const [row] = await database.query<Stored>(
    `select version, body, published_by as by, published_at::float8 as at
       from message_template_versions order by version desc limit 1`,
  );
  const body = row ? (JSON.parse(row.body) as TemplatesBody) : defaultTemplates;
  const publishedAt = new Date(row?.at ?? 0).toISOString();
  return { version: row?.version ?? 0, publishedBy: row?.by ?? 'system', publishedAt, ...body };
}

/** Publishes templates of messages to the customer. */
@Injectable()
export class TemplateStore {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  async view(): Promise<TemplatesView> {
    const { database, config } = this.runtime;
    return { sendsMail: config.smtpUrl !== undefined, ...(await readTemplates(database)) };
  }

  /** @throws Problem `stale-version` when another version is in force than the author saw */
  async publish(body: TemplatesBody, by: string, expectedVersion?: number): Promise<TemplatesView> {
    const { version } = await this.view();
    if (expectedVersion !== undefined && expectedVersion !== version) throw stale(version);
    const inserted = await this.runtime.database.query(
      `insert into message_template_versions (version, body, published_by, published_at)
       values ($1, $2, $3, $4) on conflict do nothing returning version`,
      [version + 1, JSON.stringify(body), by, this.runtime.clock.now()],
    );
    if (inserted.length === 0) throw stale(version + 1);
    return this.view();
  }
}

const stale = (version: number) =>
  new Problem('stale-version', {
    detail: `version ${version} is in force`,
    extra: { version },
  });
