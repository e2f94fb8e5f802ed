import type { Register } from '../../src/schema/register';
import { Partnership } from './partnership';

/**
 * Gives the tests of a block one workbook together: those that leave it as it was but for rows of these tabs, which are taken
 * out after each of them.
 * @param hand is given the workbook before each test
 * @returns gives a test one of its own instead, to change as it likes
 */
export function sharePartnership(
  hand: (partnership: Partnership) => void,
  registers: readonly unknown[],
  make: () => Promise<Partnership> = () => Partnership.started(),
): () => Promise<void> {
  let shared: Partnership;
  let own: Partnership | undefined;
  beforeAll(async () => {
    shared = await make();
  });
  afterAll(() => shared.host.close());
  beforeEach(() => hand(shared));
  afterEach(() => {
    own?.host.close();
    own = undefined;
    shared.clear(registers as readonly Register[]);
  });
  return async () => {
    own = await make();
    hand(own);
  };
}
