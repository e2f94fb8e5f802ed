/** A deal as a sheet hands it over. */
export interface BenchDeal {
  readonly revenue: unknown[][];
  readonly terms: unknown[][];
}

const day = (month: number, date: number) => new Date(Date.UTC(2016, month, date));

/**
 * A deal of a payer and three others under forty terms of every kind: sales spread over the months, and refunds that
 * each come some months after their sale.
 */
export function deal({ rows, months, refunds }: { rows: number; months: number; refunds: number }): BenchDeal {
  const items = ['Album', 'Book', 'Course', '', 'Tour', ''];
  const every = Math.max(1, Math.floor(rows / refunds));
  const revenue: unknown[][] = [
    ['ID', 'Date', 'Item', 'Gross', 'Refunds', 'Deductions', 'Costs', 'Refund of', 'Collected by'],
  ];
  for (let i = 0; i < rows - refunds; i++) {
    const when = day((i * 7) % months, 1 + (i % 28));
    const gross = 1 + ((i * 7919) % 100_003) / 100;
    const collector = i % 9 === 0 ? 'Partner' : '';
    revenue.push([`S${i}`, when, items[i % items.length], gross, '', i % 5 ? '' : 0.35, '', '', collector]);
  }
  for (let n = 0; n < refunds; n++) {
    const i = (n * every) % (rows - refunds);
    const month = Math.min(((i * 7) % months) + 1 + (n % 24), months - 1);
    const [, , , gross] = revenue[i + 1] as number[];
    revenue.push(['', day(month, 28), '', '', Math.floor(gross! / refunds), '', '', `S${i}`, '']);
  }
  return { revenue, terms: terms() };
}

function terms(): unknown[][] {
  const rows: unknown[][] = [
    ['Studio', 'payer'],
    ['', 'deduction', 0.02],
    ['', 'deduction', 0.03, day(30, 1)],
    ['', 'deduction', 0.05, '', 'Tour'],
  ];
  ['Partner', 'Writer', 'Editor'].forEach((party, i) => {
    rows.push(
      [party, 'share', 0.1 + i / 20],
      [party, 'share', 0.12 + i / 20, day(40 + i, 15)],
      [party, 'share', 0.15, '', 'Album'],
      [party, 'tier', 0.25, '', '', 20_000, 'marginal', 'contract'],
      [party, 'tier', 0.28, '', '', 90_000, 'marginal', 'contract'],
      [party, 'monthly fee', 100, day(0, 1)],
      [party, 'item fee', 50],
      [party, 'reserve', 0.1, '', '', '', '', 3],
      [party, 'advance', 5000, day(5, 2)],
      [party, 'recoup rate', 0.5],
      [party, i === 0 ? 'guarantee' : 'total cap', i === 0 ? 500 : 400_000, day(2, 1)],
      [party, 'payment days', 30],
    );
  });
  const width = 8;
  const heading = ['Party', 'Term', 'Value', 'Effective from', 'Item', 'Threshold', 'Mode', 'Per'];
  return [heading, ...rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')])];
}
