import { z } from 'zod';
import { messageMailListQuery, messageMailView } from '../api/message-mail-bodies.js';
import {
  draftBody,
  draftDropQuery,
  draftKeptView,
  draftView,
  noteDraftBody,
  noteDraftView,
  templatesBody,
  templatesPublishQuery,
  templatesView,
} from '../api/template-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const desks = { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;

export const messageRoutes: readonly Route[] = [
  get(
    '/api/v1/message-templates',
    'Approved wording of messages to the customer, in every language',
    desks,
    templatesView,
  ),
  {
    method: 'put',
    path: '/api/v1/message-templates',
    summary: 'Replace the templates of messages; the versions before are kept',
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    query: templatesPublishQuery,
    body: templatesBody,
    answers: { 200: { description: 'In force', schema: templatesView } },
  },
  get(
    '/api/v1/cases/{id}/draft',
    'The message that the caller is writing to the customer of a case',
    desks,
    draftView,
  ),
  {
    method: 'put',
    path: '/api/v1/cases/{id}/draft',
    summary: 'Keep what the caller has written so far; sending a message ends the draft',
    ...desks,
    body: draftBody,
    answers: {
      200: { description: 'Kept, with what is better said otherwise', schema: draftKeptView },
    },
  },
  {
    method: 'delete',
    path: '/api/v1/cases/{id}/draft',
    summary: "Throw the caller's draft away",
    ...desks,
    query: draftDropQuery,
    answers: { 204: { description: 'Gone' } },
  },
  get(
    '/api/v1/cases/{id}/note-draft',
    'The internal note that the caller is writing on a case',
    desks,
    noteDraftView,
  ),
  {
    method: 'put',
    path: '/api/v1/cases/{id}/note-draft',
    summary: 'Keep the note as far as the caller has written it; adding a note ends the draft',
    ...desks,
    body: noteDraftBody,
    answers: { 200: { description: 'Kept', schema: noteDraftView } },
  },
  {
    method: 'delete',
    path: '/api/v1/cases/{id}/note-draft',
    summary: "Throw the caller's draft of a note away",
    ...desks,
    query: draftDropQuery,
    answers: { 204: { description: 'Gone' } },
  },
  get(
    '/api/v1/message-mails',
    'How mails to customers went, newest first',
    { ...desks, query: messageMailListQuery },
    z.object({ items: z.array(messageMailView), next: z.uuid().nullable() }),
  ),
  {
    method: 'post',
    path: '/api/v1/message-mails/{id}/redrive',
    summary: 'Try a parked mail to a customer again',
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    answers: { 204: { description: 'It waits to be sent' } },
  },
];
