import { Module, type DynamicModule } from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { ChurnController } from './churn/churn.controller.js';
import { ChurnReview } from './churn/churn-review.js';
import { StandingController } from './churn/standing.controller.js';
import { SatisfactionController } from './satisfaction/satisfaction.controller.js';
import { StreamsController } from './streams/streams.controller.js';

/** The composition root of signals. */
@Module({})
export class SignalsModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: SignalsModule,
      controllers: [SatisfactionController, ChurnController, StandingController, StreamsController],
      providers: [{ provide: RUNTIME, useValue: runtime }, ChurnReview],
    };
  }
}
