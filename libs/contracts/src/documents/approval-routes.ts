import { z } from 'zod';
import { approvalListQuery, approvalView, caseApprovalsView } from '../api/approval-bodies.js';
import { extensionRequestListQuery, waitingExtensionView } from '../api/extension-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const supervisors = ['supervisor', 'manager', 'admin'] as const;

export const approvalRoutes: readonly Route[] = [
  get(
    '/api/v1/cases/{id}/approvals',
    'Commands of a case that one person could not give alone, and what a second one decided',
    { tag: 'cases', roles: ['agent', ...supervisors] },
    caseApprovalsView,
  ),
  get(
    '/api/v1/approvals',
    'Commands of all cases that wait for a second person, or waited',
    { tag: 'cases', roles: supervisors, query: approvalListQuery },
    z.object({ items: z.array(approvalView), next: z.string().nullable() }),
  ),
  get(
    '/api/v1/extension-requests',
    'Who waits for more time, in the cases that you see; who asked first comes first',
    { tag: 'cases', roles: supervisors, query: extensionRequestListQuery },
    z.object({ items: z.array(waitingExtensionView), next: z.string().nullable() }),
  ),
];
