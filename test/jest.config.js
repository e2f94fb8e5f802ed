/** One configuration for all tests; `npm test -- test/calc` runs one folder. What takes long is named `.long.test.ts`. */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '\\.long\\.test\\.ts$'],
  // Most of a test is waiting for one calculation after another: both cores of a small machine have work.
  maxWorkers: '100%',
  // A worker keeps something of every workbook of every file; a new one is quicker than a search through all of it.
  workerIdleMemoryLimit: '1200MB',
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/build-once.ts',
  testEnvironment: '<rootDir>/test/support/environment.ts',
  // Only what hangs should ever meet it: machines that build may be slow and busy.
  testTimeout: 120_000,
};
