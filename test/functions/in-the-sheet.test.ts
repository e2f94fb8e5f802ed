import { layOutExample } from '../../src/build/function-help';
import { CATALOGUE } from '../../src/functions/catalogue';
import { Partnership } from '../support/partnership';
import { framed, tryOut } from './support/try-out';

const entries = CATALOGUE.flatMap(([, functions]) => functions);

let partnership: Partnership;

beforeAll(async () => {
  partnership = await Partnership.open();
});

afterAll(() => partnership.host.close());

describe.each(entries.map(({ definition, help }) => [definition.name, help] as const))(
  '%s, typed into a sheet',
  (_, { examples }) => {
    it.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
      const { values, message } = tryOut(partnership, example);
      if ('error' in example) {
        expect(values).toEqual(framed([['#ERROR!']]));
        expect(message).toContain(example.error);
      } else {
        expect(values).toEqual(framed(layOutExample(example).answer!));
      }
    });
  },
);

it('the form that leaves bad rows blank works in a sheet, for columns and for a single row', () => {
  const values = partnership.script(`
    const sheet = book.getSheetByName('Try') || book.insertSheet('Try');
    sheet.clear();
    sheet.getRange('A1:B4').setValues([[45, 50], ['n/a', 40], [20, -5], [30, 40]]);
    sheet.getRange('C1').setFormula('=KPI_ATTAINMENT_ROWS(A1:A;B1:B)');
    sheet.getRange('D2').setFormula('=KPI_ATTAINMENT_ROWS(A2;B2)');
    SpreadsheetApp.flush();
    return sheet.getRange('C1:D5').getValues();`) as unknown[][];
  expect(values).toEqual([[0.9, ''], ['', ''], ['', ''], [0.75, ''], ['', '']]); // prettier-ignore
});
