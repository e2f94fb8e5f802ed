import { INVISIBLE, SPACES } from '../../calc/name';

const classOf = (codes: readonly number[]): RegExp =>
  new RegExp(`[${codes.map((code) => String.fromCharCode(code)).join('')}]`, 'g');
const invisible = classOf(INVISIBLE);
const spaces = classOf(SPACES);

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A text in one line, without characters that nobody sees and with one kind of space. */
export const plainText = (text: string): string =>
  // Most texts are plain, and a file has hundreds of thousands of them.
  PLAIN.test(text) ? text : text.replace(invisible, '').replace(spaces, ' ').replace(/\s+/g, ' ').trim();
