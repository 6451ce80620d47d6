import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CaseClosed, CaseStageCompleted, categoryQuestion } from '#contracts';
import type { CategorySuggestions, DataOf } from '#contracts';
import { effect, RUNTIME, serviceTransport } from '#eventing';
import type { BatchContext, ServiceRuntime, StoredEvent } from '#eventing';
import { parseOrProblem, Roles } from '#platform';
import { splitTerms } from '../domain/suggestions/split-terms.js';
import type { InboundBatch } from '../inbound/inbound-batch.js';
import { suggestCategories } from '../domain/suggestions/suggest-categories.js';
import { readLearned } from './read-learned.js';

const transport = serviceTransport('intake');

/** Categories for what a customer says, from the hotline's own closed cases. */
@Controller('api/v1/complaints/suggest-category')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class SuggestionsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** The text is read and forgotten; of what was learned the answer shows only words of the text itself. */
  @Post()
  @HttpCode(200)
  async suggest(@Body() body: unknown): Promise<CategorySuggestions> {
    const { statement, limit } = parseOrProblem(categoryQuestion, body);
    const terms = splitTerms(statement);
    const { database, keys } = this.runtime;
    const learned = await readLearned(database, keys, terms);
    const cases = [...learned.categories.values()].map((category) => category.cases);
    return {
      learnedCases: cases.reduce((sum, count) => sum + count, 0),
      suggestions: suggestCategories(terms, learned, limit),
    };
  }

  @EventPattern<string>(CaseStageCompleted.type, transport, effect())
  onStageCompleted(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseStageCompleted>>,
    @Ctx() { scope }: BatchContext<InboundBatch>,
  ): void {
    const { category } = data.evidence;
    if (typeof category === 'string') scope.lessons.agree(data.caseId, category);
  }

  @EventPattern<string>(CaseClosed.type, transport, effect())
  onClosed(
    @Payload() { data }: StoredEvent<DataOf<typeof CaseClosed>>,
    @Ctx() { scope }: BatchContext<InboundBatch>,
  ): void {
    scope.lessons.close(data.caseId);
  }
}
