import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  questionAnswerBody,
  questionBody,
  questionListQuery,
  questionReviewBody,
  uuid,
} from '#contracts';
import type {
  PersonalViewView,
  QuestionAnswerBody,
  QuestionBody,
  QuestionListQuery,
  QuestionReviewBody,
  QuestionView,
} from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import {
  CurrentPrincipal,
  listViews,
  parseOrProblem,
  recordViews,
  Roles,
  ZodBody,
  ZodQuery,
} from '#platform';
import type { Principal, Tx } from '#platform';
import { unitsOf } from '../access/units-of.js';
import { actorOf, eventHeaders } from '../filing/read-filing.js';
import { answerQuestion, askQuestion, reviewQuestion } from './decide-question.js';
import { PromiseWatch } from './promise-watch.js';
import type { Publisher } from './publish-standard.js';
import { listQuestions, toQuestionView } from './question-rows.js';
import type { Question, QuestionOwner } from './question-rows.js';
import { StandardShelf } from './standard-shelf.js';

/** What customers ask, until they have their answer. */
@Controller('api/v1/questions')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class QuestionsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PromiseWatch) private readonly promises: PromiseWatch,
    @Inject(StandardShelf) private readonly shelf: StandardShelf,
  ) {}

  @Post()
  async ask(
    @ZodBody(questionBody) body: QuestionBody,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionView> {
    const { question, isNew } = await this.change(principal, (tx, asker) =>
      askQuestion(tx, this.runtime, body, asker),
    );
    const { database, clock } = this.runtime;
    // Somebody else may have noted it: its words are shown, not only echoed.
    if (!isNew) {
      await recordViews(database, [question.id], 'question', principal.username, clock.now());
    }
    reply.status(isNew ? 201 : 200);
    return this.view(question);
  }

  @Get()
  async list(
    @ZodQuery(questionListQuery) query: QuestionListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: QuestionView[]; next: string | null }> {
    const { database, clock } = this.runtime;
    const now = clock.now();
    const owners = await this.shelf.owners();
    const owner = query.mine === 'true' ? await this.ownerOf(principal, owners) : undefined;
    const { items, next } = await listQuestions(database, query, now, owner);
    const views = items.map((one) => toQuestionView(one, owners, now));
    if (query.texts === 'false')
      return { items: views.map((one) => ({ ...one, text: null })), next };
    const ids = items.map(({ id }) => id);
    await recordViews(database, ids, 'question', principal.username, now);
    return { items: views, next };
  }

  @Get(':id/views')
  @Roles('manager', 'admin')
  async views(@Param('id') id: string): Promise<{ items: PersonalViewView[] }> {
    return { items: await listViews(this.runtime.database, parseOrProblem(uuid, id, 'id')) };
  }

  @Post(':id/review')
  @HttpCode(200)
  @Roles('supervisor', 'manager', 'admin')
  async review(
    @Param('id') id: string,
    @ZodBody(questionReviewBody) body: QuestionReviewBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<QuestionView> {
    const questionId = parseOrProblem(uuid, id, 'id');
    const question = await this.change(principal, (tx, reviewer) =>
      reviewQuestion(tx, this.runtime, questionId, body, reviewer),
    );
    return this.view(question);
  }

  @Post(':id/answer')
  @HttpCode(200)
  async answer(
    @Param('id') id: string,
    @ZodBody(questionAnswerBody) body: QuestionAnswerBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<QuestionView> {
    const questionId = parseOrProblem(uuid, id, 'id');
    const question = await this.change(principal, (tx, answerer) =>
      answerQuestion(tx, this.runtime, questionId, body, answerer),
    );
    return this.view(question);
  }

  private async view(question: Question): Promise<QuestionView> {
    return toQuestionView(question, await this.shelf.owners(), this.runtime.clock.now());
  }

  /** Units by the rule of cases: one's own and those beneath it. */
  private async ownerOf(
    principal: Principal,
    owners: ReadonlyMap<string, string>,
  ): Promise<QuestionOwner> {
    const { agentId } = principal;
    const units = agentId === undefined ? undefined : await unitsOf(this.runtime.database, agentId);
    const standards = [...owners].flatMap(([code, unit]) => (units?.has(unit) ? code : []));
    return { by: byOf(principal), units: [...(units ?? [])], standards };
  }

  private async change<T>(
    principal: Principal,
    run: (tx: Tx, publisher: Publisher) => Promise<T>,
  ): Promise<T> {
    const { database, clock } = this.runtime;
    const by = byOf(principal);
    const headers = eventHeaders(actorOf(principal));
    const publisher = { by, headers, now: clock.now() };
    const changed = await database.transaction((tx) => run(tx, publisher));
    this.promises.lookAgain();
    return changed;
  }
}

/** As whom somebody notes and answers. */
const byOf = ({ agentId, username }: Principal) => agentId ?? username;
