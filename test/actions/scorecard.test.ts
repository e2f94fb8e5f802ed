import { Partnership } from '../support/partnership';
import * as again from '../support/recompute';

/** A year of two podcasters: entries of every kind and state, KPIs up and down, reviews that differ. */
const KPIS = [
  ['Downloads', 'both', 'operational', 'n', 'higher', 0, 1000, '2026-01-01', '2026-12-31', 'lagging', 'latest', 2],
  ['Bounce rate', 'both', 'operational', '%', 'lower', 0.5, 0.3, '2026-01-01', '2026-12-31', 'leading', 'average', 1],
  ['Sponsors', 'Brand', 'financial', 'n', 'higher', '', 12, '2026-01-01', '2026-06-30', 'lagging', 'sum', ''],
  ['New formats', 'both', 'innovation', 'n', 'higher', 0, 4, '2026-01-01', '2026-12-31', 'leading', 'sum', 3],
  ['Answer time', 'both', 'relationship', 'days', 'lower', '', 2, '2026-01-01', '2026-12-31', 'leading', 'latest', 1],
];

const READINGS = [
  ['2026-03-31', 'Downloads', 300],
  ['2026-06-30', 'Downloads', 420],
  ['2026-09-30', 'Downloads', 760],
  ['2026-03-31', 'Bounce rate', 0.44],
  ['2026-06-30', 'Bounce rate', 0.4],
  ['2026-09-30', 'Bounce rate', 0.41],
  ['2026-02-28', 'Sponsors', 5],
  ['2026-05-31', 'Sponsors', 5],
  ['2026-09-30', 'Answer time', 2.2],
  ['2027-01-31', 'Answer time', 9],
];

const REVIEWS = [
  [
    '2026-03-30',
    'quarterly',
    'Studio',
    4,
    4,
    3,
    4,
    5,
    4,
    4,
    3,
    2,
    '',
    '',
    'Agree on a calendar',
    'Ann',
    '2026-04-30',
    'yes',
  ],
  ['2026-03-31', 'quarterly', 'Brand', 3, 3, 3, 2, 4, 4, 3, 3, 3, '', '', '', '', '', ''],
  [
    '2026-06-30',
    'quarterly',
    'Studio',
    5,
    4,
    4,
    4,
    4,
    5,
    4,
    4,
    2,
    '',
    '',
    'Share the numbers',
    'Ben',
    '2026-07-15',
    '',
  ],
  ['2026-07-01', 'quarterly', 'Brand', 2, 2, '', 3, 2, 3, 2, 2, 4, '', '', '', '', '', ''],
];

/** Entries by a fixed recipe, so that every run sees the same. */
function entries(): unknown[][] {
  const kinds = ['hours', 'cash', 'goods', 'access', 'idea', 'other', 'maintenance hours'];
  return Array.from({ length: 120 }, (_, n) => {
    const month = 1 + ((n * 7) % 11);
    const day = 1 + ((n * 13) % 28);
    const date = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const kind = kinds[(n * n) % 7];
    const unitValue = kind === 'cash' ? '' : n % 17 === 0 ? '' : 20.5 + (n % 9);
    return [
      date,
      n % 6 === 0 ? 'Brand' : 'Studio',
      kind,
      1 + (n % 11) / 4,
      unitValue,
      n % 19 === 5 ? 2 : '',
      `Episode ${n % 8}`,
    ];
  });
}

async function filled(): Promise<Partnership> {
  const partnership = await Partnership.started();
  const write = (tab: string, from: string, rows: unknown[][]): unknown =>
    partnership.script(
      `const sheet = book.getSheetByName('${tab}'); const rows = ${JSON.stringify(rows)};
       const at = sheet.getRange('1:1').getValues()[0].indexOf('${from}') + 1;
       sheet.getRange(2, at, rows.length, rows[0].length).setValues(rows);`,
    );
  write('Contributions', 'Date', entries());
  write('KPIs', 'KPI', KPIS);
  write('KPI log', 'Date', READINGS);
  write('Reviews', 'Date', REVIEWS);
  const rows = partnership.rows('Contributions');
  const statuses = rows.map((row, n) => {
    if (n % 10 === 3) return ['disputed', ''];
    if (n % 4 === 0 && typeof row.Value === 'number') return ['accepted', n % 12 === 0 ? row.Value + 5 : row.Value];
    return ['', ''];
  });
  write('Contributions', 'Status', statuses);
  // Makes room for the KPIs.
  partnership.submit('set-up', {});
  partnership.script(
    `const sheet = book.getSheetByName('Settings'); const names = sheet.getRange('A:A').getValues().flat();
     sheet.getRange(names.indexOf('As of') + 1, 2).setValue('2026-11-21');`,
  );
  return partnership;
}

describe('The Scorecard', () => {
  let partnership: Partnership;
  let raw: again.Raw;
  let page: unknown[][];

  beforeAll(async () => {
    partnership = await filled();
    raw = {
      settings: partnership.rows('Settings'),
      contributions: partnership.rows('Contributions'),
      kpis: partnership.rows('KPIs').filter((row) => row.KPI !== ''),
      readings: partnership.rows('KPI log'),
      reviews: partnership.rows('Reviews').filter((row) => row.Date !== ''),
    };
    page = partnership.cells('Scorecard');
  }, 120_000);

  /** The block of cells below a heading, to the first row that is blank in its first column. */
  function below(heading: string, width: number, nth = 0): unknown[][] {
    const places = page.flatMap((row, r) => row.flatMap((cell, c) => (cell === heading ? [[r, c] as const] : [])));
    const [row, column] = places[nth]!;
    const rows = page.slice(row + 1).map((cells) => cells.slice(column, column + width));
    const end = rows.findIndex(([first]) => first === '');
    return end < 0 ? rows : rows.slice(0, end);
  }

  const figure = (label: string): unknown => below(label, 1)[0]![0];
  const blank = (value: number | null): unknown => (value === null ? '' : expect.closeTo(value, 9));

  it('shows effort and reward of each side, the gap, what would have to move and a verdict', () => {
    const whole = raw.contributions.reduce((sum, entry) => sum + again.worth(raw, entry).counts, 0);
    const expected = again.balance(raw);
    expect(below('side', 7).slice(0, 2)).toEqual(
      expected.map(({ party, effort, reward, gap, ratio, verdict }) => [
        party, blank(effort), blank(reward), blank(gap), blank(ratio), expect.closeTo(-gap * whole, 6), verdict,
      ]), // prettier-ignore
    );
    expect(figure('Balance')).toBe('not balanced');
    const short = expected.find(({ gap }) => gap < 0)!;
    const points = Math.round(-100 * short.gap);
    const amount = (-short.gap * whole).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    expect(below('Balance', 1)[1]![0]).toBe(
      `${String(short.party)} receives ${points} points less than its share of the effort: ${amount} EUR would even it out.`,
    );
  });

  it('shows where the effort is going', () => {
    const lately = below('effort, last 3 months', 1).slice(0, 2);
    again.balance(raw).forEach(({ party, effort }, index) => {
      const share = again.effortLately(raw, party);
      const points = Math.round(100 * share) - Math.round(100 * effort);
      const word = points > 1 ? 'rising' : points < -1 ? 'falling' : 'steady';
      expect(lately[index]).toEqual([`${Math.round(100 * share)}%, ${word}`]);
    });
  });

  it('says how much is still open', () => {
    const { count, worth } = again.openEntries(raw);
    expect(page.find(([label]) => label === 'Still open')!.slice(1, 3)).toEqual([count, blank(worth)]);
    expect(page[1]![0]).toContain(`${count} entries wait for an answer.`);
  });

  it('shows each KPI with attainment, pace, status and trend', () => {
    const expected = again.kpis(raw);
    const inPercent = partnership.rows('KPIs').flatMap(({ KPI, Unit }) => (Unit === '%' ? [KPI] : []));
    // A cell of the page has one format for all KPIs: percentages stand there as texts.
    const reading = (kpi: unknown, value: number | null): unknown =>
      value !== null && inPercent.includes(kpi) ? `${Number((100 * value).toFixed(1))}%` : blank(value);
    expect(inPercent.length).toBeGreaterThan(0);
    expect(below('KPI', 8)).toEqual(
      expected.map(({ kpi, actual, attainment, pace, status, trend }) => [
        kpi,
        expect.any(String),
        reading(kpi, actual),
        inPercent.includes(kpi) ? expect.stringMatching(/^\d+(\.\d)?%$/) : expect.any(Number),
        blank(attainment),
        blank(pace === null ? null : pace - 1),
        status,
        trend,
      ]),
    );
    const onTrack = expected.filter(({ status }) => status === 'on track').length;
    expect(figure('KPIs on track')).toBe(`${onTrack} of ${expected.length}`);
  });

  it('shows health and trust as each side sees them, and the gap', () => {
    const expected = again.health(raw);
    expect(below('rated by', 4).slice(0, 2)).toEqual(
      expected.map(({ party, health, trust, date }) => [party, blank(health), blank(trust), date]),
    );
    const [one, other] = expected.map(({ health }) => health!);
    expect(page.find(([label]) => label === 'Gap')!.slice(1, 4)).toEqual([
      blank(Math.abs(one! - other!)),
      expect.any(Number),
      'far apart',
    ]);
    expect(figure('Health')).toBe(`${Math.round((one! + other!) / 2)} of 100`);
    const ratings = (name: string): number =>
      again.latestRatings(raw, name).reduce((sum, rating, _, { length }) => sum + rating / length, 0);
    const names = { Communication: 'communication', Trust: 'trust', 'Value delivery': 'value' };
    const [weakest] = Object.entries(names).sort(([a], [b]) => ratings(a) - ratings(b));
    expect(page.flat().find((cell) => String(cell).startsWith('Weakest link'))).toContain(
      `${weakest![1]}, ${ratings(weakest![0]).toFixed(1)} of 5. Ask:`,
    );
  });

  it('shows the balanced score of each perspective with its coverage', () => {
    for (const [name, score, words] of below('perspective', 3)) {
      const expected = again.balancedScore(raw, name === 'all KPIs' ? undefined : String(name))!;
      expect(score).toEqual(blank(expected.score));
      expect(words).toContain(`${Math.round(100 * expected.coverage)}% rated`);
    }
    expect(below('perspective', 1)).toHaveLength(5);
  });

  it('names the next review', () => {
    expect(below('Next review', 1).slice(0, 2)).toEqual([['2026-10-01'], ['overdue by 51 days']]);
  });

  it('lists what needs attention, each line with its place', () => {
    const said = ['Contributions', 'KPIs', 'KPI log', 'Reviews'].flatMap((tab) =>
      partnership.rows(tab).flatMap(({ Attention }) => (Attention === '' ? [] : [[String(Attention), tab] as const])),
    );
    for (const [reason, count] of Object.entries(again.attention(raw))) {
      expect([reason, said.filter(([what]) => what.includes(reason)).length]).toEqual([reason, count]);
    }
    const all = (below('where', 2) as string[][]).map(([where, what]) => [what!, where!] as const);
    const isRest = (what: string): boolean => /^and \d+ more$/.test(what);
    const lines = all.filter(([what]) => !isRest(what));
    expect(lines.length).toBeLessThanOrEqual(10);
    for (const tab of new Set(said.map(([, of]) => of))) {
      const shown = lines.filter(([, where]) => where.startsWith(`${tab}, row`)).length;
      const rest = said.filter(([, of]) => of === tab).length - shown;
      const told = all.find(([what, where]) => isRest(what) && where === tab)?.[0];
      expect([tab, told]).toEqual([tab, rest === 0 ? undefined : `and ${rest} more`]);
    }
    for (const [what, where] of lines) {
      const [, row] = /^Contributions, row (\d+)$/.exec(where!) ?? [];
      // An entry of a later day than the figures says so instead.
      if (!row || what.startsWith('Date: ')) continue;
      const [headings = [], ...entries] = partnership.cells('Contributions');
      const [party, quantity, kind] = ['Party', 'Quantity', 'Kind'].map((heading) =>
        String(entries[Number(row) - 2]![headings.indexOf(heading)]),
      );
      expect(what).toContain(`${party}: ${quantity} ${kind}`);
    }
  });

  it('shows the three most pressing under the title and the others at the end, each a link to its row', () => {
    const lines = below('where', 3) as string[][];
    expect(lines.length).toBeGreaterThan(3);
    const gid = partnership.script(`return book.getSheetByName('Contributions').getSheetId();`);
    const shown = partnership.script(
      `const sheet = book.getSheetByName('Scorecard'); return sheet.getRange('A1:A' + sheet.getLastRow()).getFormulas().flat();`,
    ) as string[];
    const said = page.map(([first]) => String(first));
    const end = said.indexOf('What else needs attention') + 1;
    lines.forEach(([where, what, link], at) => {
      const row = at < 3 ? 2 + at : end + at - 3;
      expect(said[row]).toBe(`${what} (${where})`);
      expect(shown[row]).toMatch(/HYPERLINK\(L\d+[,;]/);
      const [, of] = /^Contributions, row (\d+)$/.exec(where!) ?? [];
      if (of) expect(link).toBe(`#gid=${String(gid)}&range=${of}:${of}`);
      else expect(link).toMatch(/^#gid=\d+(&range=\d+:\d+)?$/);
    });
    expect(said[1]).toMatch(/^\d+ things need attention now\./);
  });

  it('keeps no row empty for KPIs and sides that are not there', () => {
    const said = page.map(([first]) => first);
    expect(below('KPI', 1)).toHaveLength(KPIS.length);
    for (const title of ['Effort and reward', 'KPIs', 'How each side rates it', 'Balanced score', 'Lifecycle stage']) {
      const at = said.indexOf(title);
      expect([title, said[at - 1], said[at - 2] !== '']).toEqual([title, '', true]);
    }
  });

  it('raises the alarm for an imbalance at two reviews running', () => {
    const gaps = below('party', 3);
    expect(gaps).toHaveLength(2);
    const [, last, before] = gaps.find(([party]) => party === 'Studio') as [string, number, number];
    const upTo = (day: string): number => {
      const entries = raw.contributions.filter((entry) => String(entry.Date) <= day);
      const worth = (party?: string): number =>
        entries
          .filter((entry) => party === undefined || entry.Party === party)
          .reduce((sum, entry) => sum + again.worth(raw, entry).counts, 0);
      return 0.6 - worth('Studio') / worth();
    };
    expect([last, before]).toEqual([expect.closeTo(upTo('2026-07-01'), 9), expect.closeTo(upTo('2026-03-31'), 9)]);
    expect((below('what', 1) as string[][]).some(([what]) => what!.includes('for two reviews'))).toBe(
      last < -0.1 && before < -0.1,
    );
  });

  it('has the figures behind its charts', () => {
    expect(below('month', 3)).toEqual(
      again.byMonth(raw).map(({ month, effort }) => [month, blank(effort[0]!), blank(effort[1]!)]),
    );
  });
});

describe('The Scorecard of a sheet that was just set up', () => {
  it('is friendly and true, and makes room for each KPI that is added', async () => {
    const partnership = await Partnership.started();
    const cells = partnership.cells('Scorecard');
    expect(cells[1]![0]).toBe('Getting started: 4 steps are left.');
    expect(cells[7]!.slice(0, 7)).toEqual(['nothing yet', '', 'none yet', '', 'not rated yet', '', expect.any(String)]);
    expect(cells[8]![6]).toMatch(/^(in \d+ days?|today)$/);
    const shown = (): unknown[] => {
      const names = partnership.cells('Scorecard').map(([first]) => first);
      return partnership.cells('Scorecard').slice(names.indexOf('KPI') + 1).slice(0, 3).map((row) => [row[0], row[6]]); // prettier-ignore
    };
    expect(shown()[0]).toEqual(['No KPIs yet', '']);
    for (const kpi of ['Downloads', 'Sponsors']) {
      const today = new Date().toISOString().slice(0, 10);
      const values = { kpi, side: 'both', direction: 'higher', rollUp: 'latest', baseline: '10', target: '20', start: today, due: '2090-01-01' }; // prettier-ignore
      expect(partnership.submit('kpi', values)).toMatchObject({ kind: 'written', needsRoom: true });
      partnership.call('makeRoom', []);
      partnership.call('makeRoom', []);
      expect(partnership.calls.writes).toBe(0);
    }
    expect(shown()).toEqual([['Downloads', 'no reading'], ['Sponsors', 'no reading'], ['', '']]); // prettier-ignore
    const reading = { kpi: 'Sponsors', date: new Date().toISOString().slice(0, 10), actual: '10' };
    partnership.submit('reading', reading);
    expect(shown()[1]).toEqual(['Sponsors', 'just begun']);
    expect(JSON.stringify(partnership.cells('Scorecard'))).not.toMatch(/off track|#(NAME|VALUE|REF|ERROR|N\/A|DIV)/);
  }, 120_000);
});
