import { Module, type DynamicModule } from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { SatisfactionController } from './satisfaction/satisfaction.controller.js';
import { StreamsController } from './streams/streams.controller.js';

/** The composition root of signals. */
@Module({})
export class SignalsModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: SignalsModule,
      controllers: [SatisfactionController, StreamsController],
      providers: [{ provide: RUNTIME, useValue: runtime }],
    };
  }
}
