export type {
  LogCursor,
  LogEvent,
  NewEvent,
  RawEvent,
  StoredEvent,
  StreamHead,
} from './store/stored-event.js';
export { AwaitingCase, LeaseLost, PermanentError, StaleVersion } from './errors.js';
export { traceOf } from './consume/trace-of.js';
export { effect, projection } from './consume/handlers.js';
export type {
  BatchContext,
  BatchScopeFactory,
  HandlerExtras,
  HandlerKind,
} from './consume/handlers.js';
export { Precedence } from './consume/precedence.js';
export { LogSignal } from './consume/log-signal.js';

export { EventStore } from './store/event-store.js';
export type { AppendBatch, EventStoreOptions } from './store/event-store.js';
export { eventStoreMigrations } from './store/store-migrations.js';
export { consumerMigrations } from './store/consumer-migrations.js';
export { partitionCount, partitionOf } from './store/partition-of.js';
export { readLog } from './store/read-log.js';
export type { ReadLogOptions } from './store/read-log.js';
export { FailureDesk, mostReplays } from './consume/failure-desk.js';
export type {
  DeadLetter,
  ListOptions,
  ParkedEvent,
  RedriveOptions,
} from './consume/failure-desk.js';
export type { LogSource } from './embedded/log-dispatcher.js';
export { ClearlineTransport } from './transport/clearline-transport.js';
export { OriginalErrorFilter } from './transport/original-error-filter.js';
export type {
  EngineOptions,
  LagReport,
  RebuildOptions,
  TransportOptions,
} from './transport/transport-options.js';
export { beginEventStream } from './streams/begin-event-stream.js';
export { LogTail } from './streams/log-tail.js';
export { LogStream } from './streams/log-stream.js';
export type { LogStreamOptions } from './streams/log-stream.js';
export { waitUntilCaughtUp } from './transport/wait-until-caught-up.js';

export { LogSealer } from './seal/log-sealer.js';
export type { LogSealerOptions } from './seal/log-sealer.js';
export { anchoragesOf } from './seal/anchorages-of.js';
export { FileAnchorage, readAnchors } from './seal/seal-anchor.js';
export { verifyLog } from './seal/verify-log.js';
export type { LogVerification, VerifyLogOptions } from './seal/verify-log.js';
export type { Finding } from './seal/findings.js';
export { Peers } from './service/peers.js';
export { askSeenCases } from './service/case-access.js';
export type { Asker, SeenCases } from './service/case-access.js';
export { RUNTIME, serviceTransport } from './service/service-definition.js';
export type { ServiceDefinition, ServiceRuntime } from './service/service-definition.js';
export { KafkaRelay } from './kafka/kafka-relay.js';
export type { KafkaRelayOptions } from './kafka/kafka-relay.js';
export type { ProjectionRebuild, ProjectionStatus } from './service/projection-rebuild.js';
export { bootServices } from './service/boot-services.js';
export type { BootOptions, RunningServices } from './service/boot-services.js';
