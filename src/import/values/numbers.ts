import { readTypedNumber } from '../../schema/typed-number';
import { plainText } from './plain-text';

export type DecimalMark = '.' | ',';

/** What a column's numbers say about their decimal mark; `any` where it makes no difference. */
export type MarkFound = DecimalMark | 'any' | 'unclear';

/** A language that writes numbers so, groups of three digits apart by the other mark. */
const WRITTEN_IN = { '.': 'en', ',': 'de' } as const;

/** No number is longer; patterns are not tried on what is. */
export const LONGEST = 60;

const PLAIN = /^-?\d{1,15}(?:\.\d{1,18})?$/;

/** `(1,234.50)` and `12.50-` as books of account write what is negative; the currency may stand inside or outside. */
const signed = (text: string): string =>
  text
    .replace(/^([^\d()]*)\(([^()]*\d[^()]*)\)([^\d()]*)$/, '-$1$2$3')
    .replace(/^([^-]*\d[^-\d]*)-([^-\d]*)$/, '-$1$2');

/** The number that a text of a file says, or null. Currency signs and spaces do not matter. */
export function readNumber(text: string, mark: DecimalMark): number | null {
  if (text.length > LONGEST) return null;
  if (mark === '.' && PLAIN.test(text)) return Number(text) + 0;
  const read = readTypedNumber(signed(plainText(text)), WRITTEN_IN[mark]);
  return 'value' in read ? read.value : null;
}

/** A count, in which every mark can only stand between groups of three digits. Null where it is none. */
export function readCount(text: string): number | null {
  if (text.length > LONGEST) return null;
  const bare = plainText(text);
  if (!/^-?\d{1,3}(?:[., '’]?\d{3})*$|^-?\d+$/.test(bare)) return null;
  return Number(bare.replace(/[., '’]/g, ''));
}

/** The decimal mark by all numbers of a file's columns: one that settles it settles it for all. */
export function decimalMarkIn(texts: Iterable<string>): MarkFound {
  let unclear = false;
  const counts: Record<DecimalMark, number> = { '.': 0, ',': 0 };
  for (const text of texts) {
    const found = markOf(text);
    if (found === 'unclear') unclear = true;
    else if (found !== 'any') counts[found] += 1;
  }
  if (counts['.'] > 0 && counts[','] > 0) return 'unclear';
  if (counts['.'] > 0) return '.';
  if (counts[','] > 0) return ',';
  return unclear ? 'unclear' : 'any';
}

function markOf(text: string): MarkFound {
  if (text.length > LONGEST) return 'any';
  const marks = text.replace(/[^.,]/g, '');
  if (marks === '' || !/\d/.test(text)) return 'any';
  const last = marks[marks.length - 1] as DecimalMark;
  const other = last === '.' ? ',' : '.';
  if (marks.includes(other)) return marks.indexOf(last) === marks.length - 1 ? last : 'any';
  if (marks.length > 1) return other;
  const [, before = '', after = ''] = /(\d*)[.,](\d*)/.exec(text) ?? [];
  const mayBeGroup = after.length === 3 && before.length <= 3 && /^[1-9]/.test(before);
  return mayBeGroup ? 'unclear' : last;
}
