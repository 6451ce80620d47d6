import { accessRoutes } from './access-routes.js';
import { approvalRoutes } from './approval-routes.js';
import { attachmentRoutes } from './attachment-routes.js';
import { caseRoutes } from './case-routes.js';
import { channelRoutes } from './channel-routes.js';
import { dutyRoutes } from './duty-routes.js';
import { coachRoutes } from './coach-routes.js';
import { supervisorRoutes } from './supervisor-routes.js';
import { departmentRoutes } from './department-routes.js';
import { intakeRoutes } from './intake-routes.js';
import { messageRoutes } from './message-routes.js';
import { orderRoutes } from './order-routes.js';
import { safetyRoutes } from './safety-routes.js';
import { partyRoutes } from './party-routes.js';
import { operationsRoutes } from './operations-routes.js';
import { presenceRoutes } from './presence-routes.js';
import { policyRoutes } from './policy-routes.js';
import { queueRoutes } from './queue-routes.js';
import { reportRoutes } from './report-routes.js';
import { resolutionRoutes } from './resolution-routes.js';
import { savedViewRoutes } from './saved-view-routes.js';
import { standardRoutes } from './standard-routes.js';
import { subscriptionRoutes } from './subscription-routes.js';
import { workloadRoutes } from './workload-routes.js';
import type { Route } from './route.js';

/** Every operation of the HTTP API. */
export const routes: readonly Route[] = [
  ...intakeRoutes,
  ...standardRoutes,
  ...caseRoutes,
  ...coachRoutes,
  ...dutyRoutes,
  ...departmentRoutes,
  ...orderRoutes,
  ...queueRoutes,
  ...approvalRoutes,
  ...safetyRoutes,
  ...partyRoutes,
  ...resolutionRoutes,
  ...messageRoutes,
  ...supervisorRoutes,
  ...workloadRoutes,
  ...savedViewRoutes,
  ...presenceRoutes,
  ...attachmentRoutes,
  ...policyRoutes,
  ...reportRoutes,
  ...accessRoutes,
  ...operationsRoutes,
  ...subscriptionRoutes,
  ...channelRoutes,
];
