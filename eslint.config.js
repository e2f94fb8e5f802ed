import { readFileSync } from 'node:fs';
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src and the rooms each may import from. Imports run one way: whatever is not listed is an error.
 * `type` imports from appsscript into the sidebar are the one exception: the client is typed from the server.
 */
const rooms = {
  calc: [],
  functions: ['calc'],
  schema: ['calc'],
  registers: ['calc', 'schema'],
  deals: ['calc', 'schema', 'registers'],
  documents: ['calc', 'schema', 'registers'],
  scorecard: ['schema', 'registers'],
  statement: ['schema', 'registers', 'scorecard'],
  sample: ['calc', 'schema'],
  actions: ['calc', 'functions', 'schema', 'registers', 'deals', 'documents', 'sample', 'import'],
  appsscript: ['calc', 'functions', 'schema', 'registers', 'deals', 'documents', 'import', 'actions'],
  import: ['calc', 'schema'],
  sidebar: ['calc', 'schema', 'import'],
  localhost: [],
  build: ['functions', 'schema', 'registers', 'deals', 'documents', 'scorecard', 'statement', 'sample', 'localhost'],
};

/** Packages that the local host has for itself: nothing else may lean on them. */
const hostPackages = (() => {
  const read = (file) => JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
  const { dependencies: own, devDependencies } = read('package.json');
  return Object.keys(read('src/localhost/package.json').dependencies).filter(
    (name) => !(name in own) && !(name in devDependencies),
  );
})();

const services = [
  'SpreadsheetApp',
  'HtmlService',
  'PropertiesService',
  'CacheService',
  'LockService',
  'ScriptApp',
  'Session',
  'Utilities',
  'Logger',
  'GoogleAppsScript',
];

const oneWay = Object.entries(rooms).map(([room, allowed]) => {
  const forbidden = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`,
              message: `Imports run one way: ${room} may import from ${allowed.join(', ') || 'no other room'}.`,
              allowTypeImports: room === 'sidebar',
            },
            ...(room === 'localhost'
              ? []
              : [{ regex: `^(${hostPackages.join('|')})(/|$)`, message: 'Only the local host uses this package.' }]),
            ...(room === 'calc' ? [{ regex: '^[^.]', message: 'The calculation is pure: no packages.' }] : []),
            ...(room === 'functions' ? [{ regex: '^zod', message: 'The formula path loads no zod.' }] : []),
            { regex: '^zod$', message: 'Import zod/mini: plain zod is fifteen times larger.' },
          ],
        },
      ],
      ...(room === 'appsscript' || room === 'localhost'
        ? {}
        : {
            'no-restricted-globals': [
              'error',
              ...services.map((name) => ({ name, message: 'Only the Apps Script adapter names services.' })),
            ],
          }),
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', '.cache', 'coverage', 'test/**/fixtures/**'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  ...oneWay,
);
