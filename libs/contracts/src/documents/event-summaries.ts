/** What each event says, in one line, for the descriptions that people read. By type without its version. */
export const eventSummaries: Readonly<Record<string, string>> = {
  'complaint.registered': 'A complaint was accepted. Its id is also the id of its case.',
  'complaint.history-recorded':
    'One step that another system recorded, replayed at its own time by an import.',
  'complaint.evidence-given':
    'A complaint brought evidence for the stages of its case along, as a call that solves it does.',
  'complaint.split-off': 'The complaint is a part of another one, which held more than one matter.',
  'callback.recorded': 'An agent rang the customer back.',
  'survey.answered': 'A customer answered a survey about a case, or about the relation as a whole.',
  'customer.registered': 'A customer became known.',
  'customer.updated':
    'Tier or contact details of a customer changed; absent fields stayed as they were.',
  'unit.defined':
    'A unit of the organisation tree was created or replaced; the root has no parent.',
  'agent.defined': 'A member of staff who may own cases was created or replaced.',
  'category.defined': 'A category of complaints was created or replaced.',
  'product.defined': 'A product was created or replaced.',
  'standard-answer.published':
    'A type of question has another approved wording: who put it there, and its hash.',
  'question.asked':
    'Somebody asked something: answered at once, promised, or waiting for a review.',
  'question.reviewed':
    'A question that no standard fitted was given one, with a promise, or was dismissed.',
  'question.answered': 'Who asked has the answer that was promised, in time or late.',
  'question.overdue': 'The instant of a promise passed without an answer.',
  'case.opened':
    'The case exists, with its owner, the policy rule it matched and its first clocks.',
  'case.assigned': 'The case has another owner.',
  'case.stage-completed': 'A stage ended with its evidence, or was passed without it and says why.',
  'case.stage-overridden':
    'A supervisor ended a stage without the evidence that it asks for, and said why.',
  'case.evidence-added': 'Evidence was kept for when its stage ends.',
  'case.triaged':
    'How grave it is, how the customer feels and how far the complaint reaches was judged.',
  'case.wording-flagged':
    'Phrases that the hotline bans stood in a text of the case: which ones, in which field.',
  'case.message-held':
    'A message to the customer or a party was passed for sending; it can be taken back.',
  'case.message-undone': 'A held message was taken back: the customer never sees it.',
  'case.message-sent': 'A held message left; the contact follows where it went to the customer.',
  'case.note-added': 'Staff told each other something that no customer is ever sent.',
  'case.apology-recorded': 'Somebody apologised to the customer.',
  'case.remedy-offered':
    'A remedy was offered; or proposed, where its cost is above the authority of who proposed it.',
  'case.remedy-decided': 'Somebody else approved a proposed remedy, or refused it.',
  'case.remedy-answered':
    'The customer accepted a remedy, refused it, or said what they would rather have.',
  'case.cause-found': 'What the complaint was caused by, as a code of the tree of causes.',
  'case.action-planned': 'Somebody is to keep it from happening again, by an instant.',
  'case.action-overdue': 'The due instant of a preventive action passed; `at` is that instant.',
  'case.action-done': 'A preventive action was done.',
  'case.action-moved': 'A preventive action got another owner, another due date or both, and why.',
  'case.action-dropped': 'Nobody is to carry a preventive action out any more, and why.',
  'case.accountability-recorded':
    'Who answers for what happened: what was found, what followed, and who decided it.',
  'case.contact-recorded': 'Somebody spoke or wrote to the customer, or to a party of the case.',
  'case.resolved': 'The agent gave a resolution; the case waits to be closed.',
  'case.closed': 'The case ended; its clocks have stopped.',
  'case.reopened': 'The case is worked again from the stage listen on.',
  'case.withdrawn': 'The customer withdrew the complaint.',
  'case.history-recorded': 'A step that the source system of an import recorded.',
  'case.went-live': 'An imported case is worked like any other from here on.',
  'case.feedback-noted':
    'A callback or survey about this case arrived, with what was written in it.',
  'case.policy-changed':
    'The case is under a newer policy version; clocks that this changes are told one by one.',
  'case.priority-changed':
    'The case is worked more or less urgently; `policyRule` is the rule that holds from here on.',
  'case.severity-changed': 'What happened was graded anew; the priority follows.',
  'case.tier-changed': 'The customer is of another tier; the rule may be another one.',
  'case.codes-amended':
    'The codes of the case were wrong: both readings of them, and the rule that holds from here on.',
  'case.transferred':
    'The case lies with another unit, which has yet to accept it; until then its owner stays.',
  'case.transfer-accepted': 'The unit took the case: somebody there owns it now.',
  'case.transfer-refused':
    'The unit did not take the case: it is with the unit before again. Refusals are counted.',
  'case.transfer-withdrawn':
    'Whoever asked takes the case back before the unit has decided; it is with the unit before again.',
  'case.handed-back': 'The unit did its part and gave the case back to whoever had sent it.',
  'case.threats-flagged':
    'The customer threatens with something new; an agent says so, or the words of a text do.',
  'case.split-off': "The case is about a part of another case's complaint.",
  'case.part-split': 'A part of the complaint goes on as a case of its own.',
  'case.task-force-named': 'Who settles a major complaint together, in place of those before.',
  'case.stakeholder-mapped':
    'Somebody who has a say in a major complaint: who speaks with them, where they stand, what they want.',
  'case.approval-asked':
    'A command was given that one person may not give alone; nothing is done yet.',
  'case.approval-overdue':
    'Nobody decided on it by the instant that the policy sets; `at` is that instant.',
  'case.approval-decided':
    'Somebody else agreed to what was asked for, which follows; or refused it, or the case ended before.',
  'case.merged':
    'The case is a duplicate: work goes on in another one, its clocks are held. It can be undone for 30 days.',
  'case.unmerged': 'It was no duplicate: the case stands where it stood before it was merged.',
  'case.duplicate-joined': 'Another case was merged into this one.',
  'case.duplicate-left': 'A case that had been merged into this one goes its own way again.',
  'complaint.amended': 'What was keyed was not what was said: both readings, and why.',
  'complaint.facts-added': 'The customer said more about a complaint.',
  'case.complaint-changed': 'The complaint of the case was amended, or the customer added facts.',
  'case.repeat-linked': 'The customer complains again of what an earlier case is about.',
  'case.repeat-ruled-out': 'An earlier case that looked like the same is not, and why.',
  'case.repeats-counted': 'How many later cases repeat this one.',
  'case.join-requested': 'An agent of another unit asks to see the case.',
  'case.join-decided': 'Whether an agent of another unit sees the case.',
  'case.file-attached': 'A file lies with the case; its content is stored sealed, outside the log.',
  'case.file-removed': 'A file was taken out of the case and its content destroyed.',
  'case.incident-joined':
    'What happened to this customer happened to many: the case is answered together with the others.',
  'case.incident-left': 'The case does not belong to the mass incident after all.',
  'case.incident-grown': 'Another case belongs to the mass incident that this case stands for.',
  'case.incident-shrunk':
    'A case no longer belongs to the mass incident that this case stands for.',
  'sla.clock-restored':
    'A clock that was held while its case was merged goes on; its due instant did not move.',
  'case.queue-changed': 'Somebody put the case into another queue.',
  'case.handling-recorded':
    'Somebody spent time on the case; with the targets of its queue and what it cost.',
  'case.accused-named':
    'Whom of the staff the complaint is about: they and their line are not told of the case.',
  'case.reminders-snoozed':
    'Nobody is reminded of the case before an instant; what is past due is told all the same.',
  'case.reminders-resumed':
    'Reminders go on: those of meanwhile follow, of each clock that still runs the last one.',
  'case.order-given':
    'A unit has to answer by an instant, beside the unit that has the case: co-handling, supervision, or a follow-up after the end.',
  'case.order-overdue': 'The due instant of an order passed; `at` is that instant.',
  'case.order-answered': 'The unit answered its order, on time or late.',
  'case.order-declined': 'The unit does not take part, and says why.',
  'case.order-dropped':
    'Nobody needs the answer any more: somebody said so, or the case ended or was opened again.',
  'case.problem-marked':
    'The complaint is about the conduct of somebody: their supervision desk has to see to it, and to follow up after the end.',
  'case.left-for-safety':
    'It is no complaint to be settled but a safety report: a desk has it, under a rule of its own.',
  'case.safety-taken': 'Somebody at the desk took a safety report on and owns its case.',
  'case.safety-reported': 'What is known of an adverse event; a later version says all of it anew.',
  'case.safety-submitted': 'A version of a safety report was sent to somebody; `at` is when.',
  'case.safety-ended': 'The desk is done with a safety report; the end of the case follows.',
  'case.party-named':
    'Somebody takes part beside the customer: who, whether they may hear of it, whether they are called.',
  'case.party-dropped': 'Somebody takes part no more, or never did.',
  'sla.clock-started':
    'A clock started after the opening: of the next stage, the next update, or a reopened case.',
  'sla.warning-reached':
    'A share of the budget is used up. Once per clock, revision and threshold.',
  'sla.breached': 'The due instant passed while the clock ran. `at` is the due instant.',
  'sla.met': 'The clock stopped at or before its due instant.',
  'sla.stopped-late': 'What the clock timed ended after its breach: the lateness is known.',
  'sla.clock-cancelled': 'The clock ended without a verdict.',
  'sla.clock-paused': 'The clock stands still: it has nothing due until it goes on.',
  'sla.clock-resumed': 'The clock goes on with what was left; `dueAt` is the new due instant.',
  'sla.clock-recalculated':
    'The clock runs under other terms, with its due instants before and after. Its pauses stay.',
  'sla.extension-requested': 'Somebody asked for more time, before the clock was due.',
  'sla.extension-approved':
    'Somebody else gave it and told the customer; the recalculation of the clock follows.',
  'sla.extension-refused': 'Somebody else refused more time: the clock stays as it is.',
  'sla.verdict-corrected':
    'Evidence of `at` arrived after the clock had been judged without it. This verdict counts.',
  'sla.judged': 'A still open case was judged at an instant, as an import asks with `--as-of`.',
  'alert.raised':
    'People are told: of a warning, a breach, a problem item, or what the policy has them told of, as a threat.',
  'alert.held':
    'A level has its quiet hours: its people are told when those end, if it still matters then.',
  'alert.climbed':
    'Nobody acknowledged an alert in time, or nobody of its level may any more: the next level of its ladder is told.',
  'alert.acknowledged': 'Somebody whom it told took an alert on.',
  'policy.published': 'Another policy is in force for new cases: who published it, and its hash.',
  'satisfaction.scored': 'One rated answer, reduced to what reports count.',
  'churn.warned': "A customer's churn level rose; `factors` say why and name their evidence.",
  'churn.cleared': "A customer's churn level fell.",
  'inbound.complaint': 'A complaint from another system, as `POST /api/v1/complaints` takes it.',
  'inbound.callback': 'A callback from another system, as `POST /api/v1/callbacks` takes it.',
  'inbound.survey': 'A survey from another system, as `POST /api/v1/surveys` takes it.',
  'inbound.customer': 'A customer from another system, as `POST /api/v1/customers` takes it.',
};
