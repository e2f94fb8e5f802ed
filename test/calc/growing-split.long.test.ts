import { splitsThatGrow } from './support/growing-splits';

describe('growingSplit', () => splitsThatGrow(190));
