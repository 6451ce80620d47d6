export { createClock } from './clock.js';
export type { Clock } from './clock.js';
export { newId } from './new-id.js';
export { createLogger } from './create-logger.js';
export type { Logger } from './create-logger.js';
export { ConfigError, parsePlatformConfig, readPlatformConfig } from './config/platform-config.js';
export { childEnvironment } from './config/child-environment.js';
export type { PlatformConfig } from './config/platform-config.js';
export type { Database, Migration, Queries, Row, Tx } from './database/database.js';
export { PackedTexts, packedText } from './database/packed-texts.js';
export { openDatabase } from './database/open-database.js';
export type { DatabaseOptions } from './database/open-database.js';
export {
  findEmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.js';
export type { EmbeddedPostgres } from './embedded/start-embedded-postgres.js';
export { parseOrProblem, Problem, zodProblem } from './http/problem.js';
export type { FieldProblem } from './http/field-problems.js';
export type { ProblemBody, ProblemOptions, ProblemSlug } from './http/problem.js';
export { toProblem } from './http/to-problem.js';
export { sendProblem } from './http/problem.filter.js';
export { problemLanguage } from './language/problem-language.js';
export type { ProblemLanguage } from './language/problem-language.js';
export { BodyText, TakesStream, TakesText } from './http/parse-bodies.js';
export { requireFreePort } from './http/require-free-port.js';
export { ZodBody, ZodPipe, ZodQuery } from './http/zod.pipe.js';
export { createServiceApp } from './http/create-service-app.js';
export type { ServiceAppOptions } from './http/create-service-app.js';
export type { SignIns } from './http/end-streams.js';
export type { Principal } from './auth/principal.js';
export { CurrentPrincipal, Public, Roles, SessionToken } from './auth/decorators.js';
export { AuthGuard } from './auth/auth.guard.js';
export { apiKeyPrefix, hashApiKey, newApiKey } from './auth/api-keys.js';
export type { ApiKeyLookup } from './auth/api-keys.js';
export {
  clearSessionCookie,
  csrfHeader,
  csrfOf,
  sessionCookie,
  writeSessionCookie,
} from './auth/session-cookie.js';
export { createTokenVerifier, sessionClaim, TokenIssuer } from './auth/tokens.js';
export type { JsonWebKeySet, TokenSession, TokenVerifier } from './auth/tokens.js';
export { HealthRegistry } from './health/health-registry.js';
export type { Readiness, ReadinessCheck } from './health/health-registry.js';
export { Metrics } from './telemetry/metrics.js';
export { currentContext } from './telemetry/request-context.js';
export type { RequestContext } from './telemetry/request-context.js';
export { inSpan, startTracing } from './telemetry/tracing.js';
export { PersonalDataKeys, personalDataMigrations } from './keys/personal-data-keys.js';
export { listViews, personalViewsMigration, recordViews } from './keys/personal-views.js';
