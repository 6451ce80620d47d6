import i18next from 'eslint-plugin-i18next';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const pureDomain = [
  'services/*/src/domain/**/*.ts',
  'libs/contracts/src/**/*.ts',
  'libs/sla/src/**/*.ts',
];

// Rules that ask the types of everything are oxlint's (.oxlintrc.json), which asks the native compiler.
export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.clearline/',
      '.cache/',
      'libs/contracts/generated/',
      'services/console/src/api/schema.d.ts',
      'services/console/src/api/commands.ts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'Name what a module exports.' },
      ],
    },
  },
  {
    // A list of names, as long as what the library offers.
    files: ['libs/*/src/index.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // One typed reading of the environment: libs/platform parses it before Nest starts. A command that only calls
    // another process asks for two variables, and need not wait for all that a service is made of.
    files: ['services/**/*.ts', 'libs/**/*.ts'],
    ignores: [
      'libs/platform/src/config/**',
      'services/cli/src/local-address.ts',
      'libs/testing/**',
      'services/*/test/**',
      '**/*.spec.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read configuration through #platform.' },
      ],
    },
  },
  {
    files: pureDomain,
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass the instant in.' },
        { object: 'Math', property: 'random', message: 'Pass ids and chance in.' },
      ],
    },
  },
  {
    // A company's network may serve the console without TLS.
    files: ['services/console/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'crypto', property: 'randomUUID', message: 'There only over TLS: newKey().' },
      ],
    },
  },
  {
    files: ['services/console/src/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    // What a person reads is in the texts of both languages. The rule asks the types whether a string is one of a few.
    files: ['services/console/src/**/*.tsx'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { i18next },
    rules: {
      'i18next/no-literal-string': [
        'error',
        {
          mode: 'jsx-only',
          'jsx-attributes': {
            include: ['title', 'label', 'placeholder', 'description', 'alt', 'aria-label', 'tip'],
          },
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
);
