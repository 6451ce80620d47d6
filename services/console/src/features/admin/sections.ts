import type { ComponentType } from 'react';
import { screenCode } from '../../app/screen-code.js';
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
    Content: screenCode(async () => ({
      default: (await import('./policies/policies-section.js')).PoliciesSection,
    })).Part,
  },
  {
    ...{ name: 'calendars', group: 'rules', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./calendars/calendars-section.js')).CalendarsSection,
    })).Part,
  },
  {
    ...{ name: 'queues', group: 'rules', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./organisation/queues-section.js')).QueuesSection,
    })).Part,
  },
  {
    ...{ name: 'users', group: 'people', roles: admins },
    Content: screenCode(async () => ({
      default: (await import('./access/users-section.js')).UsersSection,
    })).Part,
  },
  {
    ...{ name: 'keys', group: 'people', roles: admins },
    Content: screenCode(async () => ({
      default: (await import('./access/keys-section.js')).KeysSection,
    })).Part,
  },
  {
    ...{ name: 'organisation', group: 'people', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./organisation/organisation-section.js')).OrganisationSection,
    })).Part,
  },
  {
    ...{ name: 'answers', group: 'texts', roles: supervisors },
    Content: screenCode(async () => ({
      default: (await import('./wording/answers-section.js')).AnswersSection,
    })).Part,
  },
  {
    ...{ name: 'questions', group: 'texts', roles: supervisors },
    Content: screenCode(async () => ({
      default: (await import('./wording/questions-section.js')).QuestionsSection,
    })).Part,
  },
  {
    ...{ name: 'templates', group: 'texts', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./wording/templates-section.js')).TemplatesSection,
    })).Part,
  },
  {
    ...{ name: 'coach', group: 'texts', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./wording/coach-section.js')).CoachSection,
    })).Part,
  },
  {
    ...{ name: 'webhooks', group: 'outside', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./outside/webhooks-section.js')).WebhooksSection,
    })).Part,
  },
  {
    ...{ name: 'channels', group: 'outside', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./outside/channels-section.js')).ChannelsSection,
    })).Part,
  },
  {
    ...{ name: 'failures', group: 'running', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./running/failures-section.js')).FailuresSection,
    })).Part,
  },
  {
    ...{ name: 'parked', group: 'running', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./running/failures-section.js')).ParkedSection,
    })).Part,
  },
  {
    ...{ name: 'health', group: 'running', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./running/health-section.js')).HealthSection,
    })).Part,
  },
  {
    ...{ name: 'audit', group: 'running', roles: managers },
    Content: screenCode(async () => ({
      default: (await import('./running/audit-section.js')).AuditSection,
    })).Part,
  },
];

export const sectionGroups = ['rules', 'people', 'texts', 'outside', 'running'] as const;

/** The sections that somebody may open. */
export const sectionsOf = (session: Session): Section[] =>
  sections.filter(({ roles }) => hasRole(session, roles));
