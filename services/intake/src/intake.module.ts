import { Module, type DynamicModule } from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CloudEventsController } from './cloud-events/cloud-events.controller.js';
import { CustomersController } from './customers/customers.controller.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { CaseNumbers } from './filing/case-numbers.js';
import { CoalescedWriter } from './filing/coalesced-writer.js';
import { ComplaintsController } from './filing/complaints.controller.js';
import { SplitController } from './filing/split.controller.js';
import { FilingController } from './filing/filing.controller.js';
import { InboundController } from './inbound/inbound.controller.js';
import { IntakeUpkeep } from './intake-upkeep.js';
import { AmendedCodesController } from './changes/amended-codes.controller.js';
import { ChangesController } from './changes/changes.controller.js';
import { PartyPhonesController } from './parties/party-phones.controller.js';
import { RepeatsController } from './repeats/repeats.controller.js';
import { SearchController } from './search/search.controller.js';
import { SuggestionsController } from './suggestions/suggestions.controller.js';
import { PromiseWatch } from './standards/promise-watch.js';
import { QuestionsController } from './standards/questions.controller.js';
import { StandardShelf } from './standards/standard-shelf.js';
import { StandardsController } from './standards/standards.controller.js';
import { OrganisationController } from './organisation/organisation.controller.js';

/** The composition root of intake. */
@Module({})
export class IntakeModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    const { database, events, keys } = runtime;
    const numbers = new CaseNumbers(database);
    return {
      module: IntakeModule,
      controllers: [
        FilingController,
        DraftsController,
        SearchController,
        SuggestionsController,
        RepeatsController,
        PartyPhonesController,
        ChangesController,
        AmendedCodesController,
        ComplaintsController,
        SplitController,
        CloudEventsController,
        CustomersController,
        OrganisationController,
        StandardsController,
        QuestionsController,
        InboundController,
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        {
          provide: CoalescedWriter,
          useValue: new CoalescedWriter({ events, keys, numbers }, runtime),
        },
        { provide: StandardShelf, useValue: new StandardShelf(database) },
        IntakeUpkeep,
        PromiseWatch,
      ],
    };
  }
}
