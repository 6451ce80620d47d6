import { Controller, Get, Inject } from '@nestjs/common';
import type { PromisesView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Public } from '#platform';
import { PolicyStore } from './policy-store.js';
import { promisesOf } from './promises.js';

/** What is promised, posted where everybody reads it. */
@Controller('api/v1/promises')
export class PromisesController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
  ) {}

  @Get()
  @Public()
  async list(): Promise<PromisesView> {
    // Open to everybody: the database is asked once a second at most.
    await this.policies.ensure(this.runtime.database, []);
    return promisesOf(this.policies.book.current);
  }
}
