import type { ApiClient } from '../api-client.js';
import type { SimulatedCommand } from './simulated-action.js';
import { endings } from './order-endings.js';

interface TimelineItem {
  type: string;
  data: { by?: string; at?: string; stage?: string; direction?: string };
}

/** What is done once for each stage, or in either direction. */
const perDetail = /stage-(completed|overridden)|evidence-added|contact-recorded/;

/** What people did to a case before: commands carry no key, so a repeated run looks here first. */
export class WorkRecord {
  private done: Promise<Map<string, number>> | undefined;

  constructor(
    private readonly api: ApiClient,
    private readonly caseId: string,
  ) {}

  /** True, once for each time it was done, when the step is in the case's timeline already. */
  async holds(step: SimulatedCommand): Promise<boolean> {
    const done = await (this.done ??= this.read());
    const name = nameOf(step);
    const left = done.get(name) ?? 0;
    if (left > 0) done.set(name, left - 1);
    return left > 0 || (step.command === 'amend-codes' && (await this.hasCodes(step.body)));
  }

  /** A correction to what was so already left no trace. */
  private async hasCodes({ category, product }: Record<string, unknown>): Promise<boolean> {
    const found = await this.api.find<{ category?: string; product?: string | null }>(
      `/api/v1/cases/${this.caseId}`,
    );
    const isSame = product === undefined || (found?.product ?? 'none') === product;
    return found !== undefined && found.category === category && isSame;
  }

  private async read(): Promise<Map<string, number>> {
    const path = `/api/v1/cases/${this.caseId}/timeline`;
    const timeline = await this.api.find<{ items: TimelineItem[] }>(path);
    const done = new Map<string, number>();
    // One command pauses or resumes several clocks, or gives several orders.
    const together = new Set<string>();
    for (const { type, data } of timeline?.items ?? []) {
      if (data.by === undefined || data.by === 'system') continue;
      const isOfMany = /clock-(paused|resumed)|order-given/.test(type);
      const moment = `${type} ${data.at}`;
      // Marking a problem gives the order to the desk too: at that moment it is not a step of its own.
      if (type.includes('problem-marked')) {
        together.add(`${type.replace('problem-marked', 'order-given')} ${data.at}`);
      }
      if (isOfMany && together.has(moment)) continue;
      together.add(moment);
      const detail = perDetail.test(type) ? (data.stage ?? data.direction ?? '') : '';
      const name = `${type.split('.').slice(1, 3).join('.')} ${detail}`;
      done.set(name, (done.get(name) ?? 0) + 1);
    }
    return done;
  }
}

function nameOf({ command, stage, body }: SimulatedCommand): string {
  switch (command) {
    case 'assign':
      return 'case.assigned ';
    case 'record-contact':
      return `case.contact-recorded ${String(body['direction'])}`;
    case 'withdraw':
      return 'case.contact-recorded inbound';
    case 'merge-duplicate':
      return 'case.merged ';
    case 'unmerge':
      return 'case.unmerged ';
    case 'join-incident-of':
      return 'case.incident-joined ';
    case 'leave-incident':
      return 'case.incident-left ';
    case 'split':
      return 'case.part-split ';
    case 'name-task-force':
      return 'case.task-force-named ';
    case 'map-stakeholder':
      return 'case.stakeholder-mapped ';
    case 'link-repeat-of':
      return 'case.repeat-linked ';
    case 'rule-out-repeat-of':
      return 'case.repeat-ruled-out ';
    case 'amend':
    case 'add-facts':
      return 'case.complaint-changed ';
    case 'ask-to-join':
      return 'case.join-requested ';
    case 'let-join':
    case 'refuse-join':
      return 'case.join-decided ';
    case 'complete-stage':
      return `case.stage-completed ${stage}`;
    case 'complete-stages':
      return `case.stage-completed ${Object.keys(body['evidence'] as object).at(-1)}`;
    case 'override-stage':
      return `case.stage-overridden ${stage ?? ''}`;
    case 'triage':
      return 'case.triaged ';
    case 'add-evidence':
      return `case.evidence-added ${String(body['stage'])}`;
    case 'resolve':
      return 'case.resolved ';
    case 'close':
      return 'case.closed ';
    case 'reopen':
      return 'case.reopened ';
    case 'acknowledge-alert':
      return 'alert.acknowledged ';
    case 'write-message':
      return 'case.message-held ';
    case 'add-note':
      return 'case.note-added ';
    case 'record-apology':
      return 'case.apology-recorded ';
    case 'offer-remedy':
      return 'case.remedy-offered ';
    case 'decide-remedy':
      return 'case.remedy-decided ';
    case 'answer-last-remedy':
      return 'case.remedy-answered ';
    case 'record-cause':
      return 'case.cause-found ';
    case 'plan-action':
      return 'case.action-planned ';
    case 'finish-action':
      return 'case.action-done ';
    case 'move-oldest-action':
      return 'case.action-moved ';
    case 'drop-oldest-action':
      return 'case.action-dropped ';
    case 'record-accountability':
      return 'case.accountability-recorded ';
    case 'pause':
      return 'sla.clock-paused ';
    case 'resume':
      return 'sla.clock-resumed ';
    case 'change-priority':
      // By the hotline's policy it is asked for; what is agreed to follows.
      return 'case.approval-asked ';
    case 'decide-approval':
      return 'case.approval-decided ';
    case 'change-severity':
      return 'case.severity-changed ';
    case 'change-tier':
      return 'case.tier-changed ';
    case 'amend-codes':
      return 'case.codes-amended ';
    case 'request-extension':
      return 'sla.extension-requested ';
    case 'approve-extension':
      return 'sla.extension-approved ';
    case 'refuse-extension':
      return 'sla.extension-refused ';
    case 'transfer':
      return 'case.transferred ';
    case 'accept-transfer':
      return 'case.transfer-accepted ';
    case 'refuse-transfer':
      return 'case.transfer-refused ';
    case 'withdraw-transfer':
      return 'case.transfer-withdrawn ';
    case 'name-accused':
      return 'case.accused-named ';
    case 'flag-threats':
      return 'case.threats-flagged ';
    case 'snooze-reminders':
      return 'case.reminders-snoozed ';
    case 'resume-reminders':
      return 'case.reminders-resumed ';
    case 'hand-back':
      return 'case.handed-back ';
    case 'move-to-queue':
      return 'case.queue-changed ';
    case 'record-handling':
      return 'case.handling-recorded ';
    case 'co-handle':
    case 'supervise':
      return 'case.order-given ';
    case 'mark-problem':
      return 'case.problem-marked ';
    case 'name-party':
      return 'case.party-named ';
    case 'drop-last-party':
      return 'case.party-dropped ';
    case 'leave-for-safety':
      return 'case.left-for-safety ';
    case 'take-safety-report':
      return 'case.safety-taken ';
    case 'report-adverse-event':
      return 'case.safety-reported ';
    case 'record-safety-submission':
      return 'case.safety-submitted ';
    case 'end-safety-report':
      return 'case.safety-ended ';
    case 'attach-file':
      return 'case.file-attached ';
    case 'remove-file':
      return 'case.file-removed ';
    case 'end-order':
      return `case.order-${endings[String(body['how'])]?.past} `;
  }
}
