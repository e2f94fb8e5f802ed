import { readDataPage } from '../schema/data-page';
import { pageText } from './html-page';

/**
 * What the registers and the kinds of deal hold, by module and export. The build takes it out of the script, where every
 * call of a formula would have to read past it, and puts it into a file of its own.
 */
export const data = readDataPage(pageText('registers'));
