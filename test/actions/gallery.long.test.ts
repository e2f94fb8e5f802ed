import { ADDABLE } from '../../src/actions/setting-up/packs';
import { Partnership } from '../support/partnership';
import { addWithinBudget, errorsIn, removePage } from './support/gallery';

it('each page is added within its budget, and taken out again without a trace', async () => {
  const partnership = await Partnership.started();
  for (const { id } of ADDABLE) addWithinBudget(partnership, id);
  for (const { id } of ADDABLE) expect(removePage(partnership, id)).toMatchObject({ kind: 'changed' });
  expect(errorsIn(partnership)).toEqual([]);
  partnership.host.close();
}, 400_000);
