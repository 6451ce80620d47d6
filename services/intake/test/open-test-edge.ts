import {
  createLogger,
  createServiceApp,
  HealthRegistry,
  type Clock,
  type Principal,
} from '#platform';
import { Peers, type ServiceRuntime } from '#eventing';
import { IntakeModule } from '../src/intake.module.js';
import type { TestIntake } from './open-test-intake.js';

const roles = ['agent', 'supervisor', 'manager', 'bi', 'admin'] as const;
type RoleName = (typeof roles)[number];
export interface EdgeAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** Intake's HTTP without its peers; a token is the name of the one role that it has. */
export async function openTestEdge<C extends Clock>(intake: TestIntake<C>) {
  const logger = createLogger('intake', { level: 'silent' });
  const runtime = {
    ...intake,
    service: 'intake',
    logger,
    health: new HealthRegistry(),
    peers: new Peers({}),
    together: new Set(['intake']),
    config: {},
  } as unknown as ServiceRuntime;
  const principals = new Map<string, Principal>(
    roles.map((one) => [one, { sub: one, username: one, roles: [one], kind: 'user' }]),
  );
  const app = await createServiceApp(IntakeModule.register(runtime), {
    service: 'intake',
    logger,
    verifier: { verify: (token) => Promise.resolve(principals.get(token)!) },
    stopOnSignals: false,
  });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    async call(who: RoleName, method: string, path: string, body?: object): Promise<EdgeAnswer> {
      const response = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${who}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return {
        status: response.status,
        body: (await response.json()) as Record<string, unknown>,
      };
    },
    close: () => app.close(),
  };
}
