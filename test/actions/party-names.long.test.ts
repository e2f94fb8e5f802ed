import { Partnership } from '../support/partnership';

/** Sums by party compare names: what SUMIF would read as a pattern or a comparison is a name like any other. */
describe('A party gets exactly its own entries', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await Partnership.started();
  }, 120_000);

  afterAll(() => partnership.host.close());

  /** Contributed value and share of two parties, from what was typed: 100 by the one, 300 by the other. */
  function typed(first: string, second: string, ...as: readonly [string, number][]): unknown[] {
    partnership.script(`const settings = book.getSheetByName('Settings');
      const heads = settings.getRange(1, 1, 1, settings.getLastColumn()).getValues()[0];
      const parties = settings.getRange(2, heads.indexOf('Party') + 1, 2, 1);
      parties.setNumberFormat('@').setValues(${JSON.stringify([[first], [second]])});
      const log = book.getSheetByName('Contributions');
      log.getRange('G2:K5').clearContent(); log.getRange('H2:H5').setNumberFormat('@');
      ${JSON.stringify(as)}.forEach(([name, value], row) =>
        log.getRange(row + 2, 7, 1, 5).setValues([[46100, name, 'cash', value, 1]]));`);
    return partnership
      .rows('Settings')
      .slice(0, 2)
      .map((row) => row['Contributed value']);
  }

  it.each(['Who?', 'A*', '=1+1', '>5', '<>', 'TRUE', '~', '""', "O'Neil", '007', '1-2', '*', '?'])(
    'whose name is %s',
    (name) => {
      expect(typed(name, 'Whom', [name, 100], ['Whom', 300])).toEqual([100, 300]);
      expect(typed('Anna', name, ['Anna', 300], [name, 100])).toEqual([300, 100]);
      expect(typed(name, 'A friend', ['A friend', 300], [name, 100])).toEqual([100, 300]);
    },
  );

  it.each([
    ['spaces at the ends', ' Studio '],
    ['a no-break space', 'Studio\u00a0'],
    ['another case', 'STUDIO'],
    ['a zero-width space', 'Stu\u200bdio'],
    ['a soft hyphen', 'Stu\u00addio'],
    ['an ideographic space', '\u3000Studio'],
  ])('typed with %s', (_what, spelling) => {
    expect(typed('Studio', 'Brand', [spelling, 100], ['Brand', 300])).toEqual([100, 300]);
    expect(partnership.cells('Scorecard').flat().join()).not.toContain('No such side');
    expect(partnership.cells('Scorecard')).toContainEqual(expect.arrayContaining(['Studio', 0.25, 0.6]));
  });

  it('and two words are one name whatever stands between them', () => {
    expect(typed('Blue Shelf', 'Brand', ['Blue \u00a0 shelf', 100], ['BLUE SHELF', 50], ['Brand', 300])).toEqual([
      150, 300,
    ]);
  });

  it('and a name that no party has is named with each row', () => {
    typed('Studio', 'Brand', ['Studio', 100], ['Somebody', 5], ['somebody ', 6]);
    const lines = partnership
      .cells('Scorecard')
      .map((row) => row[10])
      .filter((cell) => String(cell).includes('No such side'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('“Somebody”');
    expect(partnership.rows('Contributions').map(({ Attention }) => String(Attention).slice(0, 12))).toEqual([
      expect.not.stringContaining('No such side'),
      'No such side',
      'No such side',
    ]);
  });
});
