import { Inject, Injectable } from '@nestjs/common';
import { organisationView } from '#contracts';
import type { ReportQuery } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import { expandTrees, namesTrees } from './expand-trees.js';
import type { Trees } from './expand-trees.js';

const answerMs = 5_000;
/** The reports of one screen are asked for together: they are of one reading. */
const freshMs = 1_000;

const trees = organisationView.pick({ units: true, categories: true, products: true });

/** The trees of the organisation as intake has them, for queries that name a code in the place of all beneath it. */
@Injectable()
export class OrganisationTrees {
  #read: { readonly at: number; readonly trees: Promise<Trees> } | undefined;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /**
   * The query with the codes that its trees stand for now; intake is asked with the authorization of whoever asks.
   * @throws Problem `unavailable` when intake does not answer
   */
  async expand<Q extends ReportQuery>(query: Q, authorization: string): Promise<Q> {
    return namesTrees(query) ? expandTrees(query, await this.current(authorization)) : query;
  }

  private current(authorization: string): Promise<Trees> {
    const now = performance.now();
    if (this.#read && now - this.#read.at < freshMs) return this.#read.trees;
    const read = { at: now, trees: this.ask(authorization) };
    this.#read = read;
    read.trees.catch(() => {
      if (this.#read === read) this.#read = undefined;
    });
    return read.trees;
  }

  private async ask(authorization: string): Promise<Trees> {
    const { peers, signal } = this.runtime;
    const until = AbortSignal.any([AbortSignal.timeout(answerMs), signal.ended]);
    const failed = (cause?: unknown) =>
      new Problem('unavailable', { detail: 'intake does not answer', cause });
    const { status, body } = await peers
      .get('intake', '/api/v1/organisation', authorization, until)
      .catch((error: unknown) => Promise.reject(failed(error)));
    if (status !== 200) throw failed();
    const { units: unit, categories: category, products: product } = trees.parse(body);
    return { unit, category, product };
  }
}
