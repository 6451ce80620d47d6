import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { QuestionAnswered, QuestionOverdue } from '#contracts';
import type { DataOf } from '#contracts';
import { effect, RUNTIME, serviceTransport } from '#eventing';
import type { BatchContext, ServiceRuntime, StoredEvent } from '#eventing';
import { dropPromiseMails, mailNotices } from './notice-mails.js';

const transport = serviceTransport('escalation');

/** What intake's questions have people mailed: each event once, in the transaction of its batch. */
@Controller()
export class NoticesController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @EventPattern<string>(QuestionOverdue.type, transport, effect())
  async onOverdue(
    @Payload() { data }: StoredEvent<DataOf<typeof QuestionOverdue>>,
    @Ctx() { tx }: BatchContext,
  ): Promise<void> {
    // Without a mail server nothing leaves, and nothing may pile up.
    if (this.runtime.config.smtpUrl === undefined) return;
    const { questionId, standard, owner: desk, dueAt } = data;
    await mailNotices(tx, [{ kind: 'promise-overdue', questionId, standard, desk, dueAt }]);
  }

  @EventPattern<string>(QuestionAnswered.type, transport, effect())
  onAnswered(
    @Payload() { data }: StoredEvent<DataOf<typeof QuestionAnswered>>,
    @Ctx() { tx }: BatchContext,
  ): Promise<void> {
    return data.isLate ? dropPromiseMails(tx, data.questionId) : Promise.resolve();
  }
}
