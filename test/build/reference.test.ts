import { readFileSync } from 'node:fs';
import { REFERENCE, referencePage } from '../../src/build/reference';
import { DEFINITIONS } from '../../src/functions/catalogue';

describe('the function reference', () => {
  const kept = readFileSync(REFERENCE, 'utf8');

  it('is what the definitions say: run `npm run build` and commit it', () => {
    expect(kept).toBe(referencePage());
  });

  it('has a section for every function', () => {
    const sections = [...kept.matchAll(/^### (\S+)$/gm)].map(([, name]) => name);
    expect(sections).toEqual(DEFINITIONS.map(({ name }) => name));
  });

  it('has tables whose lines have the same columns', () => {
    const tables = kept.match(/(?:^\|.*\n?)+/gm)!;
    for (const table of tables) {
      const widths = table
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/(?<!\\)\|/).length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('is linked from the README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`](${REFERENCE})`);
  });
});
