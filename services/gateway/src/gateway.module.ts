import { Module, type DynamicModule } from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { TokenIssuer } from '#platform';
import { AccessCache } from './access/access-cache.js';
import { AccessController } from './access/access.controller.js';
import { EndChannels } from './access/end-channels.js';
import { FirstRunController } from './access/first-run.controller.js';
import { SessionController } from './access/session.controller.js';
import { SessionsController } from './access/sessions.controller.js';
import { CaseStatusController } from './case-status/case-status.controller.js';
import { ConsoleFiles } from './console/console-files.js';
import { DocumentsController } from './documents/documents.controller.js';
import { AuditController } from './operations/audit.controller.js';
import { CollectProgress } from './operations/collect-progress.js';
import { FailuresController } from './operations/failures.controller.js';
import { LogAudit } from './operations/log-audit.js';
import { TimeController } from './operations/time.controller.js';
import { ServiceRouter } from './routing/service-router.js';

/** The composition root of the edge. */
@Module({})
export class GatewayModule {
  static register(runtime: ServiceRuntime, cache: AccessCache): DynamicModule {
    const issuer = new TokenIssuer(runtime.config);
    return {
      module: GatewayModule,
      controllers: [
        AccessController,
        SessionController,
        SessionsController,
        FirstRunController,
        CaseStatusController,
        DocumentsController,
        FailuresController,
        AuditController,
        TimeController,
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: TokenIssuer, useValue: issuer },
        { provide: AccessCache, useValue: cache },
        CollectProgress,
        ConsoleFiles,
        EndChannels,
        LogAudit,
        ServiceRouter,
      ],
    };
  }
}
