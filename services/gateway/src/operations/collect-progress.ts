import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { progressView } from '#contracts';
import type { ProgressView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { TokenIssuer } from '#platform';
import type { Principal } from '#platform';
import { serviceRoutes } from '../routing/service-routes.js';

/** A service gives up on what it asks itself after two seconds; its answer has a way to come. */
const mostMs = 4_000;
const tokenSeconds = 60;

/** Asks services in other processes how far they are, so that `/health/progress` of the edge tells of all. */
@Injectable()
export class CollectProgress implements OnModuleInit {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
  ) {}

  onModuleInit(): void {
    const { together, health } = this.runtime;
    for (const service of Object.keys(serviceRoutes)) {
      if (together.has(service)) continue;
      health.progress.add({ service, mostMs, read: (asker) => this.ask(service, asker) });
    }
  }

  private async ask(service: string, asker: Principal): Promise<ProgressView> {
    // An API key and changed roles are known here only.
    const authorization = `Bearer ${await this.issuer.issue(asker, tokenSeconds)}`;
    const { status, body } = await this.runtime.peers.get(
      service,
      '/health/progress',
      authorization,
      AbortSignal.timeout(mostMs),
    );
    if (status !== 200) throw new Error(`${service} answers ${status}`);
    const { consumers, timers, silent } = progressView.parse(body);
    // Its process may run others too, which are asked by their own names.
    return {
      consumers: consumers.filter((one) => one.service === service),
      timers: timers.filter((one) => one.service === service),
      silent: silent.filter((one) => one === service),
    };
  }
}
