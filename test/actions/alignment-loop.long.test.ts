import { setAsOf, type } from '../pages/support/pages';
import { Partnership } from '../support/partnership';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await Partnership.started();
  setAsOf(partnership, '2026-03-31');
});

afterAll(() => partnership.host.close());

/** The loop on the Scorecard: where it stands, and each step with its last day, its standing and what to do. */
function loop(): { stands: unknown; days: unknown[]; standing: unknown[]; todo: unknown[] } {
  const cells = partnership.cells('Scorecard');
  const top = cells.findIndex(([first]) => first === 'Alignment loop');
  const steps = cells.slice(top + 2, top + 6);
  expect(steps.map(([step]) => step)).toEqual(['Goals set', 'Delivered', 'Measured', 'Adjusted']);
  return {
    stands: cells[top]![1],
    days: steps.map((line) => line[1]),
    standing: steps.map((line) => line[2]),
    todo: steps.flatMap((line) => line[3] || []),
  };
}

describe('The alignment loop', () => {
  it('begins with goals', () => {
    expect(loop()).toEqual({
      stands: 'no goals in force',
      days: ['', '', '', ''],
      standing: ['next', 'later', 'later', 'later'],
      todo: ['Agree on KPIs that run now: with a target, a start and a due day.'],
    });
    expect(JSON.stringify(partnership.cells('Scorecard'))).not.toContain('No KPI runs now');
  });

  it('goes on with what is delivered, measured and reviewed, each after the step before it', () => {
    type(partnership, 'KPIs', [
      { KPI: 'Downloads', Side: 'both', Target: 100, Start: '2026-01-01', Due: '2026-12-31' },
    ]);
    expect(loop()).toMatchObject({ stands: 'goals are set', standing: ['done', 'next', 'later', 'later'] });
    // A reading of the time before anything was delivered measures nothing.
    type(partnership, 'KPI log', [{ Date: '2026-01-31', KPI: 'Downloads', Actual: 5 }]);
    expect(loop().standing).toEqual(['done', 'next', 'later', 'later']);
    type(partnership, 'Contributions', [{ Date: '2025-12-31', Party: 'Studio', Kind: 'hours', Quantity: 2 }]);
    expect(loop().standing).toEqual(['done', 'next', 'later', 'later']);
    type(partnership, 'Contributions', [{ Date: '2026-02-10' }]);
    expect(loop()).toMatchObject({
      stands: 'delivered, not measured yet',
      days: ['2026-01-01', '2026-02-10', '2026-01-31', ''],
      standing: ['done', 'done', 'next', 'later'],
      todo: ['Record what the KPIs read now: Record a KPI in the menu.'],
    });
    type(partnership, 'KPI log', [{ Date: '2026-02-20', KPI: 'Downloads', Actual: 9 }], 3);
    // What is delivered later does not undo that something was measured.
    type(partnership, 'Contributions', [{ Date: '2026-03-15', Party: 'Brand', Kind: 'hours', Quantity: 2 }], 3);
    expect(loop()).toMatchObject({
      stands: 'measured, not adjusted yet',
      standing: ['done', 'done', 'done', 'next'],
      todo: ['Review it together, and change the goals or the way of working.'],
    });
  });

  it('begins anew with a review, and with new goals', () => {
    type(partnership, 'Reviews', [{ Date: '2026-03-20', Kind: 'check-in', 'Rated by': 'Studio', Trust: 4 }]);
    expect(loop()).toMatchObject({
      stands: 'goals are set',
      days: ['2026-01-01', '2026-03-15', '2026-02-20', '2026-03-20'],
      standing: ['done', 'next', 'later', 'later'],
    });
    type(partnership, 'Contributions', [{ Date: '2026-03-25', Party: 'Brand', Kind: 'hours', Quantity: 2 }], 4);
    expect(loop().standing).toEqual(['done', 'done', 'next', 'later']);
    type(partnership, 'KPIs', [{ KPI: 'Leads', Side: 'both', Target: 10, Start: '2026-03-28', Due: '2026-12-31' }], 3);
    expect(loop().standing).toEqual(['done', 'next', 'later', 'later']);
  });

  it('goes by the items where there are any, and wants new goals once all are over', () => {
    partnership.add(['items']);
    expect(loop()).toMatchObject({ days: ['2026-03-28', '', '2026-02-20', '2026-03-20'] });
    type(partnership, 'Items', [{ Item: 'Episode', Owner: 'Studio', Delivered: '2026-03-29' }]);
    expect(loop()).toMatchObject({ standing: ['done', 'done', 'next', 'later'] });
    type(partnership, 'KPIs', [{ Due: '2026-03-30' }, { Due: '2026-03-30' }]);
    expect(loop()).toMatchObject({ stands: 'no goals in force', standing: ['next', 'later', 'later', 'later'] });
    expect(JSON.stringify(partnership.cells('Scorecard'))).toContain(
      'No KPI runs now: set the goals of the next round',
    );
  });
});
