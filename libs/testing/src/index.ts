export { createTestDatabase } from './test-database.js';
export type { TestDatabase } from './test-database.js';
export { testKafkaBrokers } from './test-kafka.js';
export { waitFor } from './wait-for.js';
export { fakeClock } from './fake-clock.js';
export type { FakeClock } from './fake-clock.js';
export { startRedis } from './start-redis.js';
export type { RedisServer } from './start-redis.js';
export { freePort } from './free-port.js';
