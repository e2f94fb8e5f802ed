import { plainText } from '../values/plain-text';

/** Names of one column: any of them may be its heading. */
export type Names = string | readonly string[];

export interface Heading {
  /** As it stands in the file. */
  text: string;
  /** For comparison. */
  name: string;
  /** Where it names one: `Amount (USD)`. A bare sign such as `$` is no code and is not answered. */
  currency: string | null;
}

/** A currency at the end, as `(USD)`, `($)`, or with nothing in the brackets where none was set. */
const CURRENCY = / ?\((?:([A-Z]{3})|\p{Sc}|[A-Z]{1,2}\p{Sc}|)\)$/iu;

/** Every browser has it. The server's settings, which meet this file by way of its types, do not know it. */
const { supportedValuesOf } = Intl as typeof Intl & { supportedValuesOf: (key: 'currency') => string[] };

/** Not every three letters are a currency: `Created (UTC)`, `Duration (sec)`. */
const CODES: ReadonlySet<string> = new Set(supportedValuesOf('currency'));

/** Written `Amount (¤)` in the definitions: the currency differs from file to file. */
const ANY_CURRENCY = ' (¤)';

/** Quotation marks around all of it, or a colon behind it, as other programs write headings. */
const DRESSED = /^(["'“”„«»])(.+)["'“”«»]$|:$/u;

export function headingOf(text: string): Heading {
  const bare = plainText(plainText(text).replace(DRESSED, '$2'));
  const [found, code = ''] = CURRENCY.exec(bare) ?? [];
  const isCurrency = found !== undefined && (code === '' || CODES.has(code.toUpperCase()));
  return {
    text: bare,
    name: (isCurrency ? bare.replace(CURRENCY, ANY_CURRENCY) : bare)
      .replace(/[_?]+/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
      .toLowerCase(),
    currency: isCurrency ? code.toUpperCase() || null : null,
  };
}

const listOf = (names: Names): readonly string[] => (typeof names === 'string' ? [names] : names);

/** 0-based position of the column of this name, or -1. The first of several names that is there counts. */
export function findColumn(headings: readonly Heading[], names: Names): number {
  for (const one of listOf(names)) {
    const { name } = headingOf(one);
    const at = headings.findIndex((heading) => heading.name === name);
    if (at >= 0) return at;
  }
  return -1;
}

/** Columns that say who somebody is, in files of customers and members. */
const PERSONAL =
  /e-?mail|address|street|city|zip|post(al )?code|phone|customer|buyer|billing|shipping (name|method)|addressee|first name|last name|surname|twitter|discord|patron|username|^name$|tenant|notes? attributes/;

/** Whether a column may hold what identifies a person: it is left out unless somebody wants it. */
export const isPersonal = ({ name }: Heading): boolean => PERSONAL.test(name);
