import { lazy } from 'react';
import type { ComponentType } from 'react';
import { hasRole } from '../../session/session.js';
import type { Role, Session } from '../../session/session.js';
import type { SectionName } from './section-name.js';

interface Section {
  /** The end of its address, and its text under `sections`. */
  name: SectionName;
  group: 'rules' | 'people' | 'texts' | 'outside' | 'running';
  roles: readonly Role[];
  Content: ComponentType;
}

const managers = ['manager', 'admin'] as const;
const admins = ['admin'] as const;
/** Supervisors review what was asked, publish what answers it, and see to promises. */
const supervisors = ['supervisor', 'manager', 'admin'] as const;

/** In the order of the menu. The server asks for the same roles. */
const sections: readonly Section[] = [
  {
    ...{ name: 'policies', group: 'rules', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./policies/policies-section.js')).PoliciesSection,
    })),
  },
  {
    ...{ name: 'calendars', group: 'rules', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./calendars/calendars-section.js')).CalendarsSection,
    })),
  },
  {
    ...{ name: 'queues', group: 'rules', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./organisation/queues-section.js')).QueuesSection,
    })),
  },
  {
    ...{ name: 'users', group: 'people', roles: admins },
    Content: lazy(async () => ({
      default: (await import('./access/users-section.js')).UsersSection,
    })),
  },
  {
    ...{ name: 'keys', group: 'people', roles: admins },
    Content: lazy(async () => ({
      default: (await import('./access/keys-section.js')).KeysSection,
    })),
  },
  {
    ...{ name: 'organisation', group: 'people', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./organisation/organisation-section.js')).OrganisationSection,
    })),
  },
  {
    ...{ name: 'answers', group: 'texts', roles: supervisors },
    Content: lazy(async () => ({
      default: (await import('./wording/answers-section.js')).AnswersSection,
    })),
  },
  {
    ...{ name: 'questions', group: 'texts', roles: supervisors },
    Content: lazy(async () => ({
      default: (await import('./wording/questions-section.js')).QuestionsSection,
    })),
  },
  {
    ...{ name: 'templates', group: 'texts', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./wording/templates-section.js')).TemplatesSection,
    })),
  },
  {
    ...{ name: 'coach', group: 'texts', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./wording/coach-section.js')).CoachSection,
    })),
  },
  {
    ...{ name: 'webhooks', group: 'outside', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./outside/webhooks-section.js')).WebhooksSection,
    })),
  },
  {
    ...{ name: 'channels', group: 'outside', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./outside/channels-section.js')).ChannelsSection,
    })),
  },
  {
    ...{ name: 'failures', group: 'running', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./running/failures-section.js')).FailuresSection,
    })),
  },
  {
    ...{ name: 'parked', group: 'running', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./running/failures-section.js')).ParkedSection,
    })),
  },
  {
    ...{ name: 'health', group: 'running', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./running/health-section.js')).HealthSection,
    })),
  },
  {
    ...{ name: 'audit', group: 'running', roles: managers },
    Content: lazy(async () => ({
      default: (await import('./running/audit-section.js')).AuditSection,
    })),
  },
];

export const sectionGroups = ['rules', 'people', 'texts', 'outside', 'running'] as const;

/** The sections that somebody may open. */
export const sectionsOf = (session: Session): Section[] =>
  sections.filter(({ roles }) => hasRole(session, roles));
