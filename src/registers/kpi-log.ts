import { AUTOMATIC, author, choice, day, longText, moment, number, text } from '../schema/column';
import { register } from '../schema/register';
import { importColumns } from './import-columns';
import { hoursWhere, isAhead, isImpossibleDay, isMisread, isUnknown, unitOfChoice } from '../schema/conditions';

/** Readings as numbers: those of a KPI that is counted in hours may also stand as a time. */
const read = (table: string): string =>
  hoursWhere(`{${table}actual}`, unitOfChoice(`{${table}kpi}`, '{kpis.kpi}', '{kpis.unit}'), true);

/** The readings as other tables see them. */
export const ACTUALS = read('readings.');

/** One reading of a KPI a row. */
export const readings = register({
  id: 'readings',
  name: 'KPI log',
  version: 5,
  rows: 300,
  question: 'What did each KPI stand at, and when?',
  row: { one: 'reading', many: 'readings' },
  named: { column: 'sourceKey', prefix: 'form ' },
  columns: {
    date: day('Date', 'The day the reading is of.', { past: 'is still to come. Record what was read by' }),
    kpi: choice(
      'KPI',
      'The KPI that was read.',
      { table: 'kpis', column: 'kpi', hint: { text: 'Counted in', column: 'unit' } },
      { width: 190 },
    ),
    actual: number('Actual', 'What was read, in the KPI’s unit.', {
      countedIn: { column: 'unit', beside: 'kpi' },
      hours: { column: 'unit', beside: 'kpi', surely: true },
      format: AUTOMATIC,
    }),
    source: text('Source', 'Where the number comes from: a report, an export, a count.', { completes: true }),
    note: longText('Note', 'Anything the other side should know.'),
    enteredBy: author('Entered by', 'Who wrote the reading, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    sourceKey: text('Source key', 'Names the reading, so that it is written once.', { filled: 'by the add-on' }),
    ...importColumns,
  },
  form: {
    id: 'reading',
    title: 'Record a KPI',
    introduction: 'What does a KPI stand at?',
    submit: 'Record it',
    ask: {
      kpi: { required: true },
      date: { required: true, half: true },
      actual: { required: true, half: true },
      source: {},
      note: {},
    },
    begins: { date: 'today', kpi: 'last', source: 'last' },
    keeps: ['date', 'kpi', 'source'],
    says: '{kpi}: {actual} on {date}',
  },
  attention: [
    {
      when: '({kpi}<>"")*({actual}<>"")*({date}="")',
      say: '"Left out: the day is missing"',
      weight: 82,
      since: '0',
    },
    {
      when: '({kpi}="")*({actual}<>"")',
      say: '"Left out: choose the KPI that was read"',
      weight: 84,
      since: '{date}',
    },
    {
      when: isUnknown('{kpi}', '{kpis.kpi}'),
      say: '"No such KPI: “"&{kpi}&"”. Left out until it is one of the tab KPIs"',
      weight: 95,
      since: '{date}',
    },
    {
      when: isMisread('{actual}', read('')),
      say:
        '"Left out: "&IF(ISNUMBER({actual}),"a time stands there, and the unit of "&{kpi}&" is not hours. Write a plain number",' +
        '"“"&{actual}&"” is not a number")',
      weight: 90,
      since: '{date}',
    },
    {
      when: isImpossibleDay('{date}'),
      say: '"Left out: the day is not possible: write it as 2026-03-31"',
      weight: 80,
      since: '{date}',
    },
    {
      when: `({actual}<>"")*${isAhead('{date}')}`,
      say: '"Left out until then: the day is still to come"',
      weight: 78,
      since: '{date}',
    },
  ],
});
