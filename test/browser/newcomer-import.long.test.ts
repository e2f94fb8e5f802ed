import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Acts } from './support/acts';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { chooseFile, sayWhoseHours, setUpForImport, TOGGL } from './support/time-tracker';
import { until } from './support/until';

/** Where the pictures of each step are put, for people to look at. */
const pictures = join(process.cwd(), '.cache', 'screens', 'toggl');

/** A newcomer brings the export of a time tracker into a sheet that was just set up, and sees what it is worth. */
describeAddOn('the export of a time tracker, from the file to the shares', (hosted) => {
  let sheet: AddOnPage;
  let acts: Acts;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    sheet = hosted.owner;
    await setUpForImport(sheet, { 'first hourlyRate': '40', 'second hourlyRate': '40' });
    acts = new Acts(sheet);
  });

  const picture = async (name: string): Promise<void> => {
    await sheet.page.screenshot({ path: join(pictures, `${name}.png`) });
  };

  it('takes less than a minute of a person’s time', async () => {
    await acts.item('Import');
    await sheet.sidebar.getByLabel('File').waitFor();
    await picture('1-import');
    acts.clicks++;
    await chooseFile(sheet);
    await sheet.sidebar.getByText('Recognised by its headings.').waitFor();
    await picture('2-recognised');
    acts.fields++;
    await sayWhoseHours(sheet);
    expect(await sheet.problems()).toEqual([]);
    await picture('3-preview');
    await acts.click('Import 1,358 rows');
    await sheet.sidebar.getByText('1,358 rows written to Contributions, from row 2 on.').waitFor();
    await picture('4-written');
    expect(acts.seconds).toBeLessThanOrEqual(60);
  });

  it('is in the shares, hour by hour', async () => {
    const text = TOGGL.buffer.toString();
    const seconds = [...text.matchAll(/,(\d+):(\d\d):(\d\d),[^,\n]*,[^,\n]*$/gm)].map(
      ([, hours, minutes, rest]) => Number(hours) * 3600 + Number(minutes) * 60 + Number(rest),
    );
    expect(seconds).toHaveLength(1_358);
    const worth = (seconds.reduce((sum, one) => sum + one, 0) / 3600) * 40;
    await sheet.show('Settings');
    let shown = 0;
    await until(
      () => `the sums are right: ${shown} of ${worth}`,
      async () => {
        shown = Number((await sheet.column('Contributed value'))[0]?.replace(/[^\d.]/g, ''));
        return Math.abs(shown - worth) < 1_358 * 0.2;
      },
    );
    expect(await sheet.column('Share of contributions')).toEqual(['100.0%', '0.0%']);
    await sheet.show('Scorecard');
    await picture('5-scorecard');
  });
});
