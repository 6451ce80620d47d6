/** Tiers by suffix: unit beside the code (no I/O), int on PostgreSQL, e2e through the public edge, browser through the console; kafka, redis and docker where those run. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['clearline-src', 'node', 'node-addons'] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#(contracts|eventing|sla|platform|testing)$': '<rootDir>/libs/$1/src/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.clearline/'],
};

const tier = (name, extra = {}) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/{libs,services,bench}/**/*.${name}.spec.ts`],
  ...extra,
});

const jestFolder = '<rootDir>/libs/testing/jest';
const servers = {
  globalSetup: `${jestFolder}/global-setup.mjs`,
  globalTeardown: `${jestFolder}/global-teardown.mjs`,
};
const serversWithKafka = {
  globalSetup: `${jestFolder}/kafka-setup.mjs`,
  globalTeardown: `${jestFolder}/kafka-teardown.mjs`,
};

export default {
  projects: [
    tier('unit'),
    tier('int', servers),
    tier('e2e', servers),
    tier('kafka', serversWithKafka),
    tier('docker'),
    tier('redis', servers),
    tier('browser', servers),
  ],
  testTimeout: 180_000,
};
