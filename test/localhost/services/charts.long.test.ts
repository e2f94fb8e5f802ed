import type { Chart } from '../../../src/localhost/contract/chart';
import type { Engine } from '../../../src/localhost/contract/engine';
import { MirrorPage } from '../support/mirror-page';
import { TestSheet, temporaryFolder } from '../support/sheet';

let book: TestSheet;

beforeEach(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.close());

const LINE = `sheet.newChart().asLineChart().addRange(sheet.getRange('A1:C5')).setNumHeaders(1).setPosition(8, 2, 5, 6)
  .setOption('title', 'Hours')`;

const insertLine = (): void => {
  book.script(`sheet.insertChart(${LINE}.build());`);
};

const ranges = (): unknown =>
  book.script(`return sheet.getCharts().map((chart) => chart.getRanges().map((range) => range.getA1Notation()));`);

const anchors = (): unknown =>
  book.script(`return sheet.getCharts().map((chart) => chart.getContainerInfo())
    .map((at) => [at.getAnchorRow(), at.getAnchorColumn(), at.getOffsetX(), at.getOffsetY()]);`);

describe('a chart', () => {
  it('is built, inserted and read back', () => {
    expect(
      book.script(`const built = ${LINE}.setOption('vAxis.title', 'h').setOption('legend', { position: 'bottom' }).build();
        sheet.insertChart(built);
        const [chart] = sheet.getCharts(), options = chart.getOptions();
        return [built.getChartId(), typeof chart.getChartId(), String(chart.modify().getChartType()), chart.getNumHeaders(),
          chart.getTransposeRowsAndColumns(), String(chart.getMergeStrategy()), String(chart.getHiddenDimensionStrategy()),
          ['title', 'vAxis.title', 'legend.position', 'legend', 'nothing', 'title.deeper'].map((option) => options.get(option))];`),
    ).toEqual([
      null,
      'number',
      'LINE',
      1,
      false,
      'MERGE_COLUMNS',
      'IGNORE_BOTH',
      ['Hours', 'h', 'bottom', { position: 'bottom' }, null, null],
    ]);
    expect(ranges()).toEqual([['A1:C5']]);
    expect(anchors()).toEqual([[8, 2, 5, 6]]);
  });

  it('is made anew by every insertChart', () => {
    expect(
      book.script(`const chart = ${LINE}.build(); sheet.insertChart(chart); sheet.insertChart(chart);
        sheet.insertChart(sheet.getCharts()[0]);
        return new Set(sheet.getCharts().map((one) => one.getChartId())).size;`),
    ).toBe(3);
  });

  it('keeps its number when it is updated, and changes only then', () => {
    insertLine();
    expect(
      book.script(`const [chart] = sheet.getCharts(), id = chart.getChartId();
        const changed = chart.modify().setChartType(Charts.ChartType.COLUMN).setOption('isStacked', true)
          .clearRanges().addRange(sheet.getRange('A1:B9')).addRange(sheet.getRange('D1:D9')).addRange(sheet.getRange('F1'))
          .removeRange(sheet.getRange('F1')).setTransposeRowsAndColumns(true).setMergeStrategy(Charts.ChartMergeStrategy.MERGE_ROWS)
          .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH).build();
        const before = String(sheet.getCharts()[0].modify().getChartType());
        sheet.updateChart(changed);
        const [now, ...others] = sheet.getCharts();
        return [before, now.getChartId() === id, others.length, String(now.modify().getChartType()), now.getOptions().get('isStacked'),
          now.getOptions().get('title'), now.getTransposeRowsAndColumns(), String(now.getMergeStrategy()), String(now.getHiddenDimensionStrategy())];`),
    ).toEqual(['LINE', true, 0, 'COLUMN', true, 'Hours', true, 'MERGE_ROWS', 'SHOW_BOTH']);
    expect(ranges()).toEqual([['A1:B9', 'D1:D9']]);
  });

  it('has the setters of its type, and only those', () => {
    expect(
      book.script(`const bar = sheet.newChart().asBarChart().setTitle('T').setColors(['red']).setStacked().setXAxisTitle('x')
          .setRange(0, 5).setLegendPosition(Charts.Position.NONE).build().getOptions();
        const line = sheet.newChart().asLineChart().setCurveStyle(Charts.CurveStyle.SMOOTH).setRange(1, 2).setPointStyle(Charts.PointStyle.MEDIUM).build().getOptions();
        return [bar.get('title'), bar.get('colors'), bar.get('isStacked'), bar.get('hAxis.title'), bar.get('hAxis.viewWindow.max'), bar.get('legend.position'),
          line.get('curveType'), line.get('vAxis.viewWindow.min'), line.get('pointSize')];`),
    ).toEqual(['T', ['red'], true, 'x', 5, 'none', 'function', 1, 7]);
    expect(() => book.script(`sheet.newChart().setTitle('T')`)).toThrow('EmbeddedChartBuilder.setTitle');
    expect(() => book.script(`sheet.newChart().asPieChart().setStacked()`)).toThrow(
      'EmbeddedPieChartBuilder.setStacked',
    );
  });

  it('is removed', () => {
    insertLine();
    insertLine();
    expect(book.script(`sheet.removeChart(sheet.getCharts()[0]); return sheet.getCharts().length;`)).toBe(1);
  });

  it.each([
    [`const [chart] = sheet.getCharts(); sheet.removeChart(chart); sheet.updateChart(chart)`, 'does not exist'],
    [`book.insertSheet('other').removeChart(sheet.getCharts()[0])`, 'does not exist'],
    [`sheet.insertChart(sheet.newChart())`, "don't match the method signature"],
    [`sheet.newChart().addRange('A1')`, "don't match the method signature"],
    [`sheet.newChart().setPosition(0, 1, 0, 0)`, 'out of bounds'],
    [`sheet.newChart().setPosition(1, 1)`, "don't match the method signature"],
    [`sheet.newChart().setChartType('LINE')`, 'Invalid argument: ChartType'],
  ])('%s throws', (code, message) => {
    insertLine();
    expect(() => book.script(code)).toThrow(message);
  });
});

describe('the ranges and the place of a chart', () => {
  beforeEach(insertLine);

  it.each([
    ['rows inserted above', `sheet.insertRowsBefore(1, 2)`, 'A3:C7', [10, 2]],
    ['rows inserted within', `sheet.insertRowsAfter(2, 3)`, 'A1:C8', [11, 2]],
    ['rows inserted right below', `sheet.insertRowsAfter(5, 1)`, 'A1:C5', [9, 2]],
    ['rows deleted', `sheet.deleteRows(2, 2)`, 'A1:C3', [6, 2]],
    ['columns inserted', `sheet.insertColumnsBefore(1, 1)`, 'B1:D5', [8, 3]],
    ['columns deleted', `sheet.deleteColumn(3)`, 'A1:B5', [8, 2]],
    ['the row of its place deleted', `sheet.deleteRow(8)`, 'A1:C5', [8, 2]],
    [
      'rows sorted',
      `sheet.getRange('A1:A4').setValues([[3], [1], [2], [4]]); sheet.getRange('A1:C4').sort(1)`,
      'A1:C5',
      [8, 2],
    ],
    ['columns moved', `sheet.moveColumns(sheet.getRange('A:C'), 6)`, 'C1:E5', [8, 4]],
    ['another sheet changed', `book.insertSheet('Other').deleteRows(1, 3)`, 'A1:C5', [8, 2]],
  ])('follow %s', (_, code, range, place) => {
    book.script(`${code};`);
    expect(ranges()).toEqual([[range]]);
    expect(anchors()).toEqual([[...place, 5, 6]]);
  });

  it('lose a range whose cells are all deleted', () => {
    book.script(`sheet.deleteRows(1, 5);`);
    expect(ranges()).toEqual([[]]);
  });

  it('follow what a person does in a page, whose pages are told', async () => {
    const page = new MirrorPage(book.host, 'owner@example.com');
    await page.receiveAll();
    page.act((engine: Engine) => engine.insertLines('0', 'row', 0, 1));
    page.sendAll();
    await page.receiveAll();
    const told = page.received.flatMap((message) => (message.type === 'charts' ? [message.charts] : []));
    expect(told.map(([chart]) => chart?.ranges[0]?.area.row)).toEqual([0, 1]);
    expect(ranges()).toEqual([['A2:C6']]);
    page.close();
  });

  it('are copied with the sheet, with numbers of their own', () => {
    book.script(`const other = book.insertSheet('Other'); const [chart] = sheet.getCharts();
      sheet.updateChart(chart.modify().addRange(other.getRange('A1:A5')).build()); sheet.copyTo(book);`);
    expect(
      book.script(`const [copy] = book.getSheetByName('Copy of Sheet1').getCharts(), [chart] = sheet.getCharts();
        return [copy.getChartId() === chart.getChartId(), copy.getOptions().get('title'), copy.getRanges().map((range) => range.getSheet().getName())];`),
    ).toEqual([false, 'Hours', ['Copy of Sheet1', 'Other']]);
  });

  it('are copied with a sheet that a person duplicates', async () => {
    const page = new MirrorPage(book.host, 'owner@example.com');
    await page.receiveAll();
    page.act((engine: Engine) => engine.copySheet('0'));
    page.sendAll();
    expect(
      book.script(
        `return book.getSheets().map((one) => one.getCharts().flatMap((chart) => chart.getRanges().map((range) => range.getSheet().getName())));`,
      ),
    ).toEqual([['Sheet1'], [expect.stringContaining('Copy')]]);
    page.close();
  });

  it('go with the sheet', () => {
    book.script(`const other = book.insertSheet('Other');
      other.insertChart(other.newChart().addRange(sheet.getRange('A1:B2')).addRange(other.getRange('A1:B2')).build());
      sheet.insertChart(other.getCharts()[0]); book.deleteSheet(other);`);
    expect(ranges()).toEqual([['A1:C5'], ['A1:B2']]);
  });
});

describe('charts in the file and on pages', () => {
  it('are there after a restart, where they came to stand', async () => {
    const folder = temporaryFolder();
    try {
      let stored = await TestSheet.open('basics', `${folder.path}/book.ledger`);
      stored.script(`sheet.insertChart(${LINE}.build()); sheet.insertRowBefore(1);`);
      stored.script(`sheet.insertRowBefore(2);`);
      for (let restart = 0; restart < 2; restart++) {
        stored.close();
        stored = await TestSheet.open('basics', `${folder.path}/book.ledger`);
        expect(
          stored.script(
            `return sheet.getCharts().map((chart) => [chart.getRanges()[0].getA1Notation(), chart.getOptions().get('title')]);`,
          ),
        ).toEqual([['A3:C7', 'Hours']]);
      }
      stored.close();
    } finally {
      folder.remove();
    }
  });

  it('are told to a page that joins, and to all when one changes', () => {
    insertLine();
    const told: Chart[][] = [];
    const session = book.host.connect({
      user: 'partner@example.com',
      send: (message) => {
        if (message.type === 'charts') told.push(message.charts);
      },
    });
    book.script(`sheet.getRange('A1').setValue(1);`);
    book.script(`sheet.updateChart(sheet.getCharts()[0].modify().setOption('title', 'Days').build());`);
    book.script(`sheet.removeChart(sheet.getCharts()[0]);`);
    session.close();
    expect(told.map((charts) => charts.map(({ type, options }) => [type, options]))).toEqual([
      [['LINE', { title: 'Hours' }]],
      [['LINE', { title: 'Days' }]],
      [],
    ]);
  });
});
