import type { FastifyInstance } from 'fastify';
import type { ProblemBody } from '../http/problem.js';
import { problemLanguage, translateProblem, type ProblemLanguage } from './problem-language.js';

interface Item {
  problem?: ProblemBody;
}

/** What many were asked at once answers for each of them (207): their refusals speak the caller's language too. */
export function translateItems(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    const language =
      reply.statusCode === 207 ? problemLanguage(request.headers['accept-language']) : 'en';
    done(null, language !== 'en' && hasItems(payload) ? translated(payload, language) : payload);
  });
}

const hasItems = (payload: unknown): payload is { items: Item[] } =>
  typeof payload === 'object' &&
  payload !== null &&
  'items' in payload &&
  Array.isArray(payload.items);

function translated(payload: { items: Item[] }, language: ProblemLanguage): { items: Item[] } {
  const items = payload.items.map((item) =>
    item.problem ? { ...item, problem: translateProblem(item.problem, language) } : item,
  );
  return { ...payload, items };
}
