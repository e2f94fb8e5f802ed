import { REGISTERS } from '../../src/registers';
import { readings as kpiLog } from '../../src/registers/kpi-log';
import { OTHER_SIDES, olderWorkbook } from '../support/older-workbook';
import { PARTNER, type Partnership } from '../support/partnership';

/** A workbook whose formulas pointed at row 2, with tabs that the owner has locked: the partner brings up to date what is open. */
describe('A workbook of the second version in which tabs are locked', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await olderWorkbook('second');
    partnership.script(
      `const lock = book.getSheetByName('KPI log').protect();
       lock.removeEditors(lock.getEditors()); lock.setDomainEdit(false);`,
    );
  }, 120_000);

  afterAll(() => partnership.host.close());

  const versions = (): Record<string, number | null> =>
    Object.fromEntries(
      partnership.script(
        `return book.createDeveloperMetadataFinder().withKey('partner-ledger-tab').find()
           .map((mark) => JSON.parse(mark.getValue())).map(({ tab, version }) => [tab, version]);`,
      ) as [string, number | null][],
    );

  it('is brought up to date but for them, and what depends on them; it is said who has to do it', () => {
    const before = partnership.rows('KPI log');
    const locked = versions()[kpiLog.id];
    const outcome = partnership.submit('set-up', OTHER_SIDES, PARTNER);
    expect(outcome).toMatchObject({
      kind: 'written',
      message: expect.stringMatching(
        /Brought up to date: .*Contributions.* Locked for you, and left as it is: KPI log\. Whoever owns this sheet brings it up to date with Set up this sheet\./,
      ),
    });
    expect(partnership.rows('KPI log')).toEqual(before);
    expect(versions()[kpiLog.id]).toBe(locked);
    expect(versions().contributions).toBe(REGISTERS.find(({ id }) => id === 'contributions')!.version);
    expect(partnership.rows('Contributions').find(({ Item }) => Item === 'Pilot')).toMatchObject({ Value: 175 });
    const shown = partnership.cells('Scorecard').flat();
    expect(shown.filter((cell) => /^#(REF|NAME|ERROR)/.test(String(cell)))).toEqual([]);
  });

  it('holds back what points at columns that a locked tab lacks', async () => {
    const other = await olderWorkbook('second');
    other.script(`const lock = book.getSheetByName('Settings').protect();
      lock.removeEditors(lock.getEditors()); lock.setDomainEdit(false);`);
    const before = other.cells('Contributions');
    expect(other.submit('set-up', OTHER_SIDES, PARTNER)).toMatchObject({
      message: expect.stringContaining(
        'Locked for you, and left as it is: Settings. Whoever owns this sheet brings it up to date with Set up this sheet. Until then Contributions, Scorecard stay as they are, too.',
      ),
    });
    expect(other.cells('Contributions')).toEqual(before);
    expect(other.submit('set-up', OTHER_SIDES)).toMatchObject({
      message: expect.stringContaining('Brought up to date: Contributions, Settings'),
    });
    expect(other.rows('Contributions')[0]).toHaveProperty('State');
    other.host.close();
  });

  it('goes on where it was left once the owner sets it up', () => {
    expect(partnership.submit('set-up', OTHER_SIDES)).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('KPI log'),
    });
    const current = Object.fromEntries(REGISTERS.map(({ id, version }) => [id, version]));
    for (const [id, version] of Object.entries(versions()))
      if (current[id]) expect([id, version]).toEqual([id, current[id]]);
    expect(partnership.rows('KPIs')).toMatchObject([{ KPI: 'Downloads', Actual: 600, Attainment: 0.6 }]);
    expect(partnership.submit('set-up', OTHER_SIDES)).toMatchObject({
      message: expect.stringContaining('already set up'),
    });
  });
});
