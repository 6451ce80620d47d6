import { bootServices } from '#eventing';
import type { RunningServices } from '#eventing';
import { createLogger, requireFreePort } from '#platform';
import type { PlatformConfig } from '#platform';
import { escalationService } from '../../escalation/src/escalation.service.js';
import {
  createDemoAccounts,
  createFirstAdmin,
  installationKind,
  markInstallation,
} from '../../gateway/src/access/first-accounts.js';
import { gatewayService, openAccess } from '../../gateway/src/gateway.service.js';
import { intakeService } from '../../intake/src/intake.service.js';
import { reportingService } from '../../reporting/src/reporting.service.js';
import { signalsService } from '../../signals/src/signals.service.js';
import { demoAccounts, demoComplaintsPerSecond, demoPassword } from './demo-data.js';
import { InstallationError } from './installation-error.js';
import { keepPostgres } from './keep-postgres.js';

export interface StandaloneOptions {
  config: PlatformConfig;
  /**
   * With the demo's accounts, organisation and traffic where the data are not somebody's own, or without; absent takes
   * the data folder as it is.
   */
  demo?: boolean;
  /** A PostgreSQL that is already there, as tests have; otherwise the embedded one is started. */
  databaseUrl?: string;
  stopOnSignals?: boolean;
}

export interface Standalone extends RunningServices {
  /** Shown once: the password of the first administrator of an installation without the demo. */
  readonly adminPassword?: string;
  /** The data are the demo's. */
  readonly isDemo: boolean;
  /** True when this start laid down the demo. */
  readonly isNewDemo: boolean;
}

const defaultHost = '127.0.0.1';

/** Every service in one process on the embedded engine, over one port. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { config, demo } = options;
  await requireFreePort(config.port, config.host ?? defaultHost);
  const postgres = options.databaseUrl
    ? undefined
    : await keepPostgres(config.dataDir, createLogger('postgres', { level: config.logLevel }));
  const databaseUrl = options.databaseUrl ?? postgres!.url;
  let adminPassword: string | undefined;
  let isDemo = false;
  let isNewDemo = false;
  try {
    const services = await bootServices(
      [gatewayService, intakeService, escalationService, signalsService, reportingService],
      { ...config, databaseUrl },
      {
        defaultHost,
        access: async (databases) => {
          const database = databases.get('gateway')!;
          if (demo === undefined) return openAccess(config, database);
          const kind = await installationKind(database);
          if (kind === 'demo' && !demo) {
            throw new InstallationError(
              'this data folder holds the demo; `npx clearline reset --yes` clears it, or choose another CLEARLINE_DATA',
            );
          }
          isDemo = demo && kind !== 'real';
          await markInstallation(database, isDemo ? 'demo' : 'real');
          isNewDemo = isDemo && kind === undefined;
          if (isNewDemo) {
            await createDemoAccounts(database, demoAccounts, {
              password: demoPassword,
              complaintsPerSecond: demoComplaintsPerSecond,
            });
          }
          if (!isDemo) adminPassword = await createFirstAdmin(database, config.adminPassword);
          return openAccess(config, database);
        },
        onClosed: async () => {
          await postgres?.stop();
        },
        stopOnSignals: options.stopOnSignals ?? true,
      },
    );
    return { ...services, adminPassword, isDemo, isNewDemo };
  } catch (error) {
    // A database that is gone can't be stopped; why the start failed is what matters.
    await postgres?.stop().catch(() => undefined);
    throw error;
  }
}
