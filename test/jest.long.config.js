import usual from './jest.config.js';

/** What takes long: kills, random walks, platform traps, every detail in the browser. `npm run test:long -- browser` runs one folder. */
export default {
  ...usual,
  testMatch: ['<rootDir>/test/**/*.long.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
