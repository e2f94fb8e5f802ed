import fc from 'fast-check';
import { INVISIBLE, SPACES, type Span } from '../../src/calc/name';
import { cleaned, spelledOut } from '../../src/schema/names';
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
    ['Studio One', '\u202aStudio\u202c \u2066One\u2069'],
    ['Studio One', '\u202eStudio One\u202c\u200e\u061c'],
    ['Studio One', 'Studio\u2062 \u1680One\ufe0f'],
    ['Studio One', 'Studio\u3164 \u034fOne\ufff9'],
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

  it('are the same with every character that Unicode calls ignorable, or a space', () => {
    for (let code = 0; code < 65_536; code++) {
      if (/[\p{Default_Ignorable_Code_Point}]/u.test(character(code)))
        expect([code, sameText(`Stu${character(code)}dio`, 'Studio')]).toEqual([code, true]);
      if (/[\p{Z}]/u.test(character(code)))
        expect([code, sameText(`Studio${character(code)}One`, 'Studio One')]).toEqual([code, true]);
    }
  });

  it('are the same whatever of the characters is put between, and the formulas take out each of them', () => {
    const name = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 3 });
    const within = (spans: readonly Span[]): fc.Arbitrary<string> =>
      fc.oneof(...spans.map(([min, max]) => fc.integer({ min, max }).map(character)));
    const gap = fc.array(within(SPACES), { minLength: 1, maxLength: 3 });
    const unseen = fc.array(within(INVISIBLE), { maxLength: 2 });
    fc.assert(
      fc.property(name, gap, unseen, (words, spaces, invisible) => {
        const typed = words.map((word) => word.split('').join(invisible.join(''))).join(spaces.join(''));
        expect(sameText(`${spaces.join('')}${typed}${invisible.join('')}`, words.join(' '))).toBe(true);
        expect(sameText(typed, words.join(''))).toBe(words.length === 1);
      }),
    );
    for (const code of [...SPACES, ...INVISIBLE].flat())
      expect(spelledOut(cleaned('A1'))).toContain(`UNICHAR(${code})`);
  });
});
