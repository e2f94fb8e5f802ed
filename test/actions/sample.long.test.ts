import { OWNER, PARTNER, Partnership } from '../support/partnership';
import { removeAndStartAnew, start } from './support/sample';

it.each([
  ['the owner', OWNER],
  ['the partner', PARTNER],
  ['somebody whose address is not visible', ''],
])('the sample is loaded and taken out again in one step each by %s', async (_who, user) => {
  const partnership = await Partnership.open();
  expect(start(partnership, user)).toMatchObject({
    kind: 'written',
    message: expect.stringContaining('“Remove the sample” in the menu takes it out again.'),
  });
  removeAndStartAnew(partnership, user);
  partnership.host.close();
});
