import { Module, type DynamicModule } from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { AccessController } from './access/access.controller.js';
import { AgentsController } from './agents/agents.controller.js';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { CaseEventsController } from './cases/case-events.controller.js';
import { CASE_PARTS } from './cases/case-parts.js';
import type { CaseParts } from './cases/case-parts.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AttachmentSweep } from './attachments/attachment-sweep.js';
import { AlertLinksController } from './channels/alert-links.controller.js';
import { NoticesController } from './channels/notices.controller.js';
import { AlertMailSender } from './channels/alert-mail-sender.js';
import { ChannelsController } from './channels/channels.controller.js';
import { CoachController } from './coach/coach.controller.js';
import { CoachStore } from './coach/coach-store.js';
import { CasesController } from './cases/cases.controller.js';
import { ClocksController } from './cases/clocks.controller.js';
import { DutyController } from './duty/duty.controller.js';
import { DutyStore } from './duty/duty-store.js';
import { DirectoryController } from './directory/directory.controller.js';
import { BulkCommandsController } from './supervisors/bulk-commands.controller.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { SplitEventsController } from './splitting/split-events.controller.js';
import { TaskForceController } from './major/task-force.controller.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { WorkloadController } from './workload/workload.controller.js';
import { IncidentAnswersController } from './incidents/incident-answers.controller.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { PresenceController } from './presence/presence.controller.js';
import { PresenceWatch } from './presence/presence-watch.js';
import { CalendarsController } from './policies/calendars.controller.js';
import { PoliciesController } from './policies/policies.controller.js';
import { PromisesController } from './policies/promises.controller.js';
import { ChainChecks } from './policies/chain-checks.js';
import { PolicyApplier } from './policies/policy-applier.js';
import { PolicyStore } from './policies/policy-store.js';
import { DraftsController } from './messages/drafts.controller.js';
import { NoteDraftsController } from './messages/note-drafts.controller.js';
import { MessageMailSender } from './messages/message-mail-sender.js';
import { MessageMailsController } from './messages/message-mails.controller.js';
import { TemplateStore } from './messages/template-store.js';
import { TemplatesController } from './messages/templates.controller.js';
import { ComplaintChangesController } from './repeats/complaint-changes.controller.js';
import { CaseRepeatsController } from './repeats/case-repeats.controller.js';
import { ExtensionRequestsController } from './extensions/extension-requests.controller.js';
import { JoinRequestsController } from './repeats/join-requests.controller.js';
import { WaitingJoinsController } from './repeats/waiting-joins.controller.js';
import { ResolutionController } from './resolution/resolution.controller.js';
import { StreamsController } from './streams/streams.controller.js';
import { OrphanWatch } from './tasks/orphan-watch.js';
import { TasksController } from './tasks/tasks.controller.js';
import { SignalWebhooksController } from './webhooks/signal-webhooks.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { SafetyController } from './safety/safety.controller.js';
import { PartiesController } from './parties/parties.controller.js';
import { SubscriptionsController } from './webhooks/subscriptions.controller.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { TimerService } from './timers/timer-service.js';

/** The composition root of escalation. */
@Module({})
export class EscalationModule {
  static register(runtime: ServiceRuntime, parts: CaseParts): DynamicModule {
    return {
      module: EscalationModule,
      controllers: [
        CaseEventsController,
        SplitEventsController,
        AgentsController,
        DirectoryController,
        AccessController,
        CasesController,
        CoachController,
        DutyController,
        ClocksController,
        AlertsController,
        PoliciesController,
        PromisesController,
        StreamsController,
        CalendarsController,
        TasksController,
        DepartmentsController,
        OrdersController,
        QueuesController,
        ApprovalsController,
        SafetyController,
        PartiesController,
        ResolutionController,
        TemplatesController,
        DraftsController,
        NoteDraftsController,
        MessageMailsController,
        SubscriptionsController,
        SignalWebhooksController,
        ChannelsController,
        NoticesController,
        AlertLinksController,
        BulkCommandsController,
        IncidentAnswersController,
        IncidentsController,
        WorkloadController,
        SavedViewsController,
        PresenceController,
        AttachmentsController,
        TaskForceController,
        JoinRequestsController,
        CaseRepeatsController,
        WaitingJoinsController,
        ExtensionRequestsController,
        ComplaintChangesController,
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: CASE_PARTS, useValue: parts },
        { provide: PolicyStore, useValue: parts.policies },
        { provide: CoachStore, useValue: parts.coach },
        TemplateStore,
        DutyStore,
        PolicyApplier,
        TimerService,
        OrphanWatch,
        ChainChecks,
        PresenceWatch,
        AttachmentSweep,
        WebhookSender,
        AlertMailSender,
        MessageMailSender,
      ],
    };
  }
}
