import { type } from '../../pages/support/pages';
import { Partnership } from '../../support/partnership';

it('three to five joint KPIs: the Scorecard says when they are fewer or more, and a side’s own do not count', async () => {
  const partnership = await Partnership.started();
  const said = (): string | undefined =>
    partnership
      .cells('Scorecard')
      .flat()
      .map(String)
      .find((cell) => cell.includes('joint KPIs'))
      ?.replace(/^The first .*tab KPIs\. /, '');
  const kpi = (at: number, side = 'both'): void =>
    type(partnership, 'KPIs', [{ KPI: `Figure ${at}`, Side: side, Direction: 'higher' }], at + 2);
  kpi(0);
  kpi(1);
  kpi(2, 'Studio');
  expect(said()).toBe('Few joint KPIs: three to five are usual.');
  kpi(2);
  expect(said()).toBeUndefined();
  kpi(3);
  kpi(4);
  expect(said()).toBeUndefined();
  kpi(5);
  expect(said()).toBe('Many joint KPIs: three to five are usual.');
  kpi(5, 'Brand');
  expect(said()).toBeUndefined();
  partnership.host.close();
});
