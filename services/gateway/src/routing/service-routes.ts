/** Who answers which part of the API under `/api/v1`; the gateway itself answers the rest. */
export const serviceRoutes: Readonly<Record<string, readonly string[]>> = {
  intake: [
    ...['complaints', 'callbacks', 'surveys', 'events', 'customers', 'organisation'],
    ...['standard-answers', 'questions', 'intake-draft'],
  ],
  escalation: [
    'cases',
    'alerts',
    'alert-links',
    'channels',
    'clocks',
    'subscriptions',
    'coach',
    'duty',
    'streams/alerts',
    'streams/cases',
    'streams/presence',
    'policies',
    'promises',
    'calendars',
    'tasks',
    'actions',
    'authority',
    'message-templates',
    'message-mails',
    'orders',
    'queues',
    'approvals',
    'join-requests',
    'extension-requests',
    'safety-reports',
    'workload',
    'saved-views',
    'incidents',
  ],
  signals: ['streams/signals', 'churn'],
  reporting: ['reports', 'projections'],
};

/** The service that answers a path of the API, or undefined for the gateway's own. */
export function serviceOf(path: string): string | undefined {
  const within = path.replace(/^\/api\/v1\//, '');
  if (within === path) return undefined;
  const found = Object.entries(serviceRoutes).find(([, parts]) =>
    parts.some((part) => within === part || within.startsWith(`${part}/`)),
  );
  return found?.[0];
}
