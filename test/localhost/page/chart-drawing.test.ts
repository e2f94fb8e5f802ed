import type { ChartSpec } from '../../../src/localhost/contract/chart';
import { type ChartCell, chartData } from '../../../src/localhost/page/charts/chart-data';
import { chartOption } from '../../../src/localhost/page/charts/chart-option';
import { chartName, chartSummary } from '../../../src/localhost/page/charts/summary';

const SPEC: ChartSpec = {
  type: 'LINE',
  ranges: [],
  anchor: { row: 0, column: 0, offsetX: 0, offsetY: 0 },
  headers: -1,
  transpose: false,
  mergeStrategy: 'MERGE_COLUMNS',
  hiddenDimensionStrategy: 'IGNORE_BOTH',
  options: {},
};

type Content = string | number | boolean | null;

const cell = (value: Content, pattern = '', isDate = false): ChartCell => ({
  value,
  text: value === null ? '' : String(value),
  pattern,
  isDate,
});
const cells = (rows: Content[][], pattern = ''): ChartCell[][] =>
  rows.map((row) => row.map((one) => cell(one, pattern)));

const TABLE = cells([
  ['Month', 'Ours', 'Theirs'],
  ['Jan', 3, 1],
  ['Feb', null, 3],
  ['Mar', 6, ''],
]);

/** What is plotted, by series: the values of a domain of words. */
const plotted = (spec: Partial<ChartSpec>, tables: ChartCell[][][] = [TABLE]): unknown[] => {
  const whole = { ...SPEC, ...spec };
  return (option(whole, tables).series as { name: string; data: unknown[] }[]).map(({ name, data }) => [name, data]);
};

const option = (spec: ChartSpec, tables: ChartCell[][][] = [TABLE]) =>
  chartOption(spec, chartData(spec, tables), { width: 600, height: 371 }, (value, pattern) => `${value}[${pattern}]`);

describe('the figures of a chart', () => {
  const read = (spec: Partial<ChartSpec>, ...tables: ChartCell[][][]) => {
    const { domainName, domain, series } = chartData({ ...SPEC, ...spec }, tables);
    return [
      domainName,
      domain.map(({ text }) => text),
      ...series.map(({ name, cells: own }) => [name, own.map(({ value }) => value)]),
    ];
  };

  it('are named by the header row and drawn over the first column', () => {
    expect(read({ headers: 1 }, TABLE)).toEqual([
      'Month',
      ['Jan', 'Feb', 'Mar'],
      ['Ours', [3, null, 6]],
      ['Theirs', [1, 3, '']],
    ]);
  });

  it.each([
    [
      'words above figures',
      [
        ['', 'Ours'],
        ['Jan', 1],
      ],
      ['Jan'],
    ],
    [
      'figures from the first row',
      [
        ['Jan', 1],
        ['Feb', 2],
      ],
      ['Jan', 'Feb'],
    ],
    [
      'years above words',
      [
        ['', 2025],
        ['Jan', 'x'],
      ],
      ['', 'Jan'],
    ],
    [
      'nothing but words',
      [
        ['Jan', 'a'],
        ['Feb', 'b'],
      ],
      ['Jan', 'Feb'],
    ],
  ])('find out by themselves whether the first row is a header: %s', (_, rows, domain) => {
    expect(read({}, cells(rows))[1]).toEqual(domain);
  });

  it('are counted where there is only one column', () => {
    expect(read({ headers: 1 }, cells([['Ours'], [4], [5]]))).toEqual(['', ['1', '2'], ['Ours', [4, 5]]]);
  });

  it('join several header rows', () => {
    expect(
      read(
        { headers: 2 },
        cells([
          ['', 'Ours'],
          ['', 'hours'],
          ['Jan', 1],
        ]),
      ),
    ).toEqual(['', ['Jan'], ['Ours hours', [1]]]);
  });

  it('take ranges side by side or below each other, and rows for columns', () => {
    const [left, right] = [
      cells([
        ['', 'a'],
        ['Jan', 1],
      ]),
      cells([['b'], [2], [3]]),
    ];
    expect(read({ headers: 1 }, left, right)).toEqual(['', ['Jan', ''], ['a', [1, null]], ['b', [2, 3]]]);
    expect(read({ headers: 1, mergeStrategy: 'MERGE_ROWS' }, left, cells([['Feb', 2, 9]]))).toEqual([
      '',
      ['Jan', 'Feb'],
      ['a', [1, 2]],
      ['', [null, 9]],
    ]);
    expect(
      read(
        { headers: 1, transpose: true },
        cells([
          ['', 'Jan', 'Feb'],
          ['Ours', 1, 2],
        ]),
      ),
    ).toEqual(['', ['Jan', 'Feb'], ['Ours', [1, 2]]]);
  });

  it('end with the last row that holds anything; blank rows between stay', () => {
    const rows = [
      ['', 'a'],
      ['Jan', 1],
      [null, null],
      ['Mar', 2],
      ['', ''],
      [null, null],
    ];
    expect(read({ headers: 1 }, cells(rows))).toEqual(['', ['Jan', '', 'Mar'], ['a', [1, null, 2]]]);
    expect(read({}, [])).toEqual(['', []]);
    expect(read({ headers: 5 }, TABLE)[1]).toEqual([]);
  });
});

describe('what is drawn', () => {
  it('shows blanks and words as gaps, never as zeros', () => {
    expect(plotted({})).toEqual([
      ['Ours', [3, '-', 6]],
      ['Theirs', [1, 3, '-']],
    ]);
    expect(plotted({ type: 'PIE' })).toEqual([
      [
        'Ours',
        [
          { name: 'Jan', value: 3 },
          { name: 'Mar', value: 6 },
        ],
      ],
    ]);
  });

  it('stacks parts of the whole, which are gaps where there is nothing', () => {
    expect(plotted({ type: 'COLUMN', options: { isStacked: 'percent' } })).toEqual([
      ['Ours', [0.75, '-', 1]],
      ['Theirs', [0.25, 1, '-']],
    ]);
    expect(option({ ...SPEC, type: 'COLUMN', options: { isStacked: true } }).series).toMatchObject([
      { type: 'bar', stack: 'all' },
      { type: 'bar', stack: 'all' },
    ]);
  });

  it('lays dates out by time, and numbers by size', () => {
    const days = [
      [cell('Day'), cell('Ours')],
      [cell(46027, 'd mmm', true), cell(1)],
      [cell(46029, 'd mmm', true), cell(2)],
    ];
    const drawn = option(SPEC, [days]);
    expect(drawn.xAxis).toMatchObject({ type: 'time' });
    expect(drawn.series).toMatchObject([
      {
        data: [
          [Date.UTC(2026, 0, 5), 1],
          [Date.UTC(2026, 0, 7), 2],
        ],
      },
    ]);
    expect(option({ ...SPEC, type: 'COLUMN' }, [days]).xAxis).toMatchObject({
      type: 'category',
      data: ['46027', '46029'],
    });
    const sizes = option({ ...SPEC, type: 'SCATTER' }, [
      cells([
        ['x', 'y'],
        [1, 5],
        [10, null],
        [3, 7],
      ]),
    ]);
    expect(sizes).toMatchObject({
      xAxis: { type: 'value' },
      series: [
        {
          type: 'scatter',
          data: [
            [1, 5],
            [10, '-'],
            [3, 7],
          ],
        },
      ],
    });
  });

  it('reads the axis by the number format of the cells, or by the one it is given', () => {
    const label = (options: object) => {
      const { yAxis } = option({ ...SPEC, options: { ...options } }, [
        cells(
          [
            ['', 'a'],
            ['Jan', 0.5],
          ],
          '0.0%',
        ),
      ]);
      return (yAxis as { axisLabel: { formatter(value: number): string } }[])[0]!.axisLabel.formatter(0.5);
    };
    expect(label({})).toBe('0.5[0.0%]');
    expect(label({ vAxis: { format: 'percent' } })).toBe('0.5[0%]');
    expect(label({ vAxis: { format: '0.00' } })).toBe('0.5[0.00]');
  });

  it('tells series apart without colour', () => {
    const lines = option(SPEC).series as { symbol: string; lineStyle: { type: unknown } }[];
    expect(new Set(lines.map(({ symbol }) => symbol)).size).toBe(2);
    expect(new Set(lines.map(({ lineStyle }) => JSON.stringify(lineStyle.type))).size).toBe(2);
  });

  it('follows the options of the chart, of its axes and of single series', () => {
    const drawn = option({
      ...SPEC,
      type: 'COMBO',
      options: {
        title: 'Both',
        colors: ['#111111', '#222222'],
        legend: { position: 'none' },
        vAxis: { title: 'hours', viewWindow: { min: 0, max: 9 } },
        vAxes: { 1: { title: 'cash' } },
        hAxis: { direction: -1 },
        seriesType: 'bars',
        series: { 1: { type: 'line', targetAxisIndex: 1, color: '#333333', lineWidth: 5, labelInLegend: 'Cash' } },
      },
    });
    expect(drawn).toMatchObject({
      title: { text: 'Both' },
      color: ['#111111', '#222222'],
      legend: { show: false },
      xAxis: { inverse: true },
      yAxis: [{ name: 'hours', min: 0, max: 9 }, { name: 'cash' }],
      series: [
        { type: 'bar', name: 'Ours' },
        { type: 'line', name: 'Cash', yAxisIndex: 1, color: '#333333', lineStyle: { width: 5 } },
      ],
    });
  });

  it('lays bars from the top down, with their figures across', () => {
    expect(option({ ...SPEC, type: 'BAR', options: { hAxis: { title: 'hours' } } })).toMatchObject({
      xAxis: [{ type: 'value', name: 'hours' }],
      yAxis: { type: 'category', inverse: true, data: ['Jan', 'Feb', 'Mar'] },
    });
  });
});

describe('a chart in words', () => {
  const words = (spec: Partial<ChartSpec>, table = TABLE) => {
    const whole = { ...SPEC, ...spec };
    const data = chartData(whole, [table]);
    return [chartName(whole, data), chartSummary(whole, data)];
  };

  it('is named by its title, or by what it shows', () => {
    expect(words({ options: { title: 'Hours' } })[0]).toBe('Hours');
    expect(words({ type: 'STEPPED_AREA' })[0]).toBe('Stepped area chart: Ours, Theirs');
    expect(words({ type: 'PIE' }, [])).toEqual(['Pie chart', 'Pie chart without figures.']);
  });

  it('says how each series runs and what is missing', () => {
    expect(words({})[1]).toBe(
      'Line chart over 3 entries. Ours: from 3 (Jan) to 6 (Mar), lowest 3 (Jan), highest 6 (Mar), 1 missing. ' +
        'Theirs: from 1 (Jan) to 3 (Feb), lowest 1 (Jan), highest 3 (Feb), 1 missing.',
    );
    expect(
      words(
        {},
        cells([
          ['', '', 'b'],
          ['Jan', '', 7],
        ]),
      )[1],
    ).toBe('Line chart over 1 entry. Series 1: no figures. b: 7 (Jan).');
  });
});
