import { ADDABLE, packsFitting, tabsOfPack } from '../../src/actions/setting-up/packs';
import { Partnership } from '../support/partnership';

it.each(['new', 'running'])(
  'a %s partnership begins with the pages that fit, and none of them is broken',
  async (kind) => {
    const partnership = await Partnership.setUp({ kind }, null);
    const tabs = ADDABLE.filter(({ id }) => packsFitting(kind).includes(id)).flatMap(({ id }) => tabsOfPack(id));
    expect(tabs.length).toBeGreaterThan(3);
    expect(partnership.script('return book.getSheets().map((sheet) => sheet.getName());')).toEqual(
      expect.arrayContaining(tabs.map(({ name }) => name)),
    );
    expect(partnership.host.executions.filter(({ status }) => status !== 'Completed')).toEqual([]);
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
    partnership.host.close();
  },
);
