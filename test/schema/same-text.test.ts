import fc from 'fast-check';
import { INVISIBLE, SPACES } from '../../src/calc/name';
import { cleaned } from '../../src/schema/names';
import { sameText } from '../../src/schema/same-text';

const character = (code: number): string => String.fromCharCode(code);

describe('two names that look the same', () => {
  it.each([
    ['Studio One', 'studio  one '],
    ['Studio One', 'Studio\u00a0One'],
    ['Studio One', 'Studio\u2009\u202fOne'],
    ['Studio One', 'Studio\u3000One'],
    ['Studio One', '\u200bStu\u00addio One\ufeff'],
    ['Studio One', 'Studio\nOne'],
    ['', '\u200b \u00a0'],
    ['', null],
    ['7', 7],
  ])('%j and %j are the same', (a, b) => {
    expect(sameText(a, b)).toBe(true);
    expect(sameText(b, a)).toBe(true);
  });

  it.each([
    ['Studio One', 'StudioOne'],
    ['Studio', 'Studios'],
    ['', '-'],
    ['Straße', 'Strasse'],
  ])('%j and %j are two', (a, b) => {
    expect(sameText(a, b)).toBe(false);
  });

  it('are the same whatever of the characters is put between, and the formulas take out each of them', () => {
    const name = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 3 });
    const gap = fc.array(fc.constantFrom(...SPACES, 32).map(character), { minLength: 1, maxLength: 3 });
    const unseen = fc.array(fc.constantFrom(...INVISIBLE).map(character), { maxLength: 2 });
    fc.assert(
      fc.property(name, gap, unseen, (words, spaces, invisible) => {
        const typed = words.map((word) => word.split('').join(invisible.join(''))).join(spaces.join(''));
        expect(sameText(`${spaces.join('')}${typed}${invisible.join('')}`, words.join(' '))).toBe(true);
        expect(sameText(typed, words.join(''))).toBe(words.length === 1);
      }),
    );
    for (const code of [...SPACES, ...INVISIBLE]) expect(cleaned('A1')).toContain(`UNICHAR(${code})`);
  });
});
