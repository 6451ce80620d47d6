import { glossary } from '../../texts/glossary.en.js';

/** Texts of alerts, wherever they are shown. */
export const alerts = {
  cause: {
    warning: 'Due soon',
    breach: 'Overdue',
    late: 'Late order or action',
    threat: 'Threat',
    critical: 'Critical',
    severity: 'Severity',
    tier: 'Key customer',
    repeat: 'Repeat',
    dissatisfied: 'Dissatisfied',
    problem: 'Problem item',
    'over-target': 'Over target',
  },
  role: {
    agent: 'agents',
    supervisor: 'supervisors',
    manager: 'managers',
    admin: 'administrators',
    bi: 'BI readers',
  },
  clock: glossary.clock,
  status: glossary.status,
  critical: glossary.level.critical,
  unitOf: '{{unit}}: {{people}}',
  nowOverdue: 'Now overdue',
  takeOn: 'Take on',
  step: 'Level {{level}}: {{people}}',
  noNext: 'Goes no further',
  snoozed: 'Snoozed until',
  snoozedBy: 'by {{by}}',
  snoozedFor: 'Reminders snoozed: {{reason}}',
  snoozedOnes: '{{n}} snoozed',
  snoozeReason: glossary.snoozeReason,
  stopped: '(done, stands still)',
};
