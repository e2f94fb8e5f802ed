import { REGISTERS } from '../../src/registers';
import { setting } from '../../src/registers/formulas';
import { day, number, choice, text } from '../../src/schema/column';
import { isAhead, isImpossibleDay, isNoNumber, isOutside, isUnknown } from '../../src/schema/conditions';
import { misfitRules } from '../../src/schema/misfits';
import { register } from '../../src/schema/register';

const watching = REGISTERS.filter(({ columns }) => 'attention' in columns);

/** What a cell of each column may be wrong by, whoever has typed it. */
const conditions = watching.flatMap(({ name, columns }) => {
  const asked = columns.attentionWeight!.formula!;
  return Object.entries(columns)
    .filter(([, { filled }]) => filled === 'by people')
    .flatMap(([key, { header, input, holds, orWords, choices, past, least, hours }]) => {
      const cell = `{${key}}`;
      const wanted: [what: string, when: string][] = [
        ...(input === 'number' && holds === 'number' && !orWords
          ? // What can be read as hours is none.
            [['a text', hours ? `(${cell}<>"")*NOT(ISNUMBER(` : isNoNumber(cell)] as [string, string]]
          : []),
        ...(input === 'rating' ? [['a text', isNoNumber(cell)] as [string, string]] : []),
        ...(input === 'number' && least?.value === 0 ? [['less than 0', `(${cell}<0)`] as [string, string]] : []),
        ...(input === 'day' ? [['no day', isImpossibleDay(cell)] as [string, string]] : []),
        ...(past ? [['a day to come', isAhead(cell)] as [string, string]] : []),
        ...(choices && 'table' in choices && choices.table === 'parties'
          ? [['no side', isUnknown(cell, '{parties.party}')] as [string, string]]
          : []),
      ];
      return wanted.map(([what, when]) => [name, header, what, when, asked] as const);
    });
});

describe('what people type into cells past every form', () => {
  it.each(conditions)('%s, %s: %s is said at the row', (_name, _header, _what, when, asked) => {
    expect(asked).toContain(when);
  });

  it('is said once: a condition that a register asks itself is left to it', () => {
    const columns = {
      amount: number('Amount', '', { least: { value: 0 } }),
      on: day('On', ''),
      note: text('Note', ''),
    };
    const asked = (...own: string[]): string[] =>
      misfitRules(
        columns,
        own.map((when) => ({ when, say: '""', weight: 1, since: '0' })),
      ).map(({ when }) => when);
    const numbers = [isNoNumber('{amount}'), isOutside('{amount}', 0, undefined)];
    expect(asked()).toEqual([...numbers, isImpossibleDay('{on}')]);
    expect(asked(...numbers)).toEqual([isImpossibleDay('{on}')]);
    expect(misfitRules({ note: columns.note }, [])).toEqual([]);
  });

  it('has a weight of its own for each kind, in the order of the columns, below the next whole one', () => {
    const rules = misfitRules({ amount: number('Amount', '', { least: { value: 0 } }), on: day('On', '') }, []);
    const weights = rules.map(({ weight }) => weight);
    expect(weights).toEqual([...new Set(weights)].sort((a, b) => b - a));
    expect(weights.map(Math.floor)).toEqual([93, 93, 93]);
    expect(rules.map(({ since }) => since)).toEqual(['{on}', '{on}', '{on}']);
  });

  it('holds no decimal literal, which is written otherwise in other locales', () => {
    for (const { columns } of watching) {
      for (const { formula = '' } of Object.values(columns)) {
        expect(formula.replace(/"[^"]*"/g, '')).not.toMatch(/\d\.\d/);
      }
    }
  });

  it('is asked of a register that watches its rows, and of no other', () => {
    const columns = { side: choice('Side', '', { table: 'parties', column: 'party' }) };
    const plain = { id: 'x', name: 'X', version: 1, rows: 1, question: '', row: { one: '', many: '' }, columns };
    expect(Object.keys(register(plain).columns)).toEqual(['side']);
    const watched = register({ ...plain, attention: [{ when: '{side}="a"', say: '"b"', weight: 5, since: '0' }] });
    expect(watched.columns.attentionWeight.formula).toContain(isUnknown('{side}', '{parties.party}'));
  });

  it('knows the day of all figures by the name that it has in Settings', () => {
    expect(isAhead('{day}')).toContain(setting('asOf'));
  });
});
