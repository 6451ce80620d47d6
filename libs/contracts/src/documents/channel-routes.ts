import { z } from 'zod';
import {
  channelBody,
  channelView,
  linkAnswer,
  mailListQuery,
  mailView,
} from '../api/channel-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const own = { tag: 'alerts', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;
const all = { tag: 'operations', roles: ['manager', 'admin'] } as const;
const path = '/api/v1/channels';
const link = '/api/v1/alert-links/{token}';

export const channelRoutes: readonly Route[] = [
  get(`${path}/own`, 'Where my alerts are mailed to', own, channelView),
  {
    ...own,
    method: 'put',
    path: `${path}/own`,
    summary: 'Have my alerts mailed to me from now on',
    body: channelBody,
    answers: { 200: { description: 'Kept', schema: channelView } },
  },
  {
    ...own,
    method: 'delete',
    path: `${path}/own`,
    summary: 'Have no more alerts mailed to me; links in earlier mails end',
    answers: { 204: { description: 'Removed' } },
  },
  get(path, 'Who has alerts mailed, by name', all, z.object({ items: z.array(channelView) })),
  {
    ...all,
    method: 'delete',
    path: `${path}/{id}`,
    summary: 'Mail no more alerts to somebody; links in earlier mails end',
    answers: { 204: { description: 'Removed' } },
  },
  {
    ...all,
    method: 'delete',
    path: `${path}/of/{account}`,
    summary:
      'Mail no more alerts to who signs in as an account, if any are; links in earlier mails end',
    answers: { 204: { description: 'None is left' } },
  },
  get(
    `${path}/{id}/deliveries`,
    'What was mailed to somebody, and how it went, newest first',
    { ...all, query: mailListQuery },
    z.object({ items: z.array(mailView), next: z.uuid().nullable() }),
  ),
  {
    ...all,
    method: 'post',
    path: `${path}/{id}/redrive`,
    summary: 'Try parked mails again',
    answers: {
      200: { description: 'How many', schema: z.object({ redriven: z.number().int() }) },
    },
  },
  {
    method: 'get',
    path: link,
    summary: 'The page behind the link of a mail: which alert, and a button to acknowledge it',
    tag: 'alerts',
    open: true,
    answers: { 200: { description: 'A page in Chinese and English', mediaTypes: ['text/html'] } },
  },
  {
    method: 'post',
    path: link,
    summary: 'Acknowledge the alert of a mail, as whom the mail was sent to',
    tag: 'alerts',
    open: true,
    answers: { 200: { description: 'Acknowledged', schema: linkAnswer } },
  },
];
