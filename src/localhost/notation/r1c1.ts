import { columnName, columnNumber } from './a1';

/** Formulas in the notation `R[1]C[-2]`, relative to a cell; rows and columns count from 1. */

interface Cell {
  row: number;
  column: number;
}

/** Texts and quoted names of sheets are passed over. */
const QUOTED = `"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const A1 = new RegExp(
  `(${QUOTED})|(?<![\\w.$])(\\$?)([A-Za-z]{1,3})(\\$?)(\\d+)(?![\\w(.!])|(?<![\\w.$])(\\$?)([A-Za-z]{1,3})(?=:\\$?[A-Za-z]{1,3}(?![\\w(.!]))|(?<=:)(\\$?)([A-Za-z]{1,3})(?![\\w(.!])|(?<![\\w.$])(\\$?)(\\d+)(?=:\\$?\\d+(?![\\w.]))|(?<=:)(\\$?)(\\d+)(?![\\w.])`,
  'g',
);
const R1C1 = new RegExp(
  `(${QUOTED})|(?<![\\w.])(?:R(\\d+|\\[-?\\d+\\])?C(\\d+|\\[-?\\d+\\])?|R(\\d+|\\[-?\\d+\\])?|C(\\d+|\\[-?\\d+\\])?)(?![\\w(.!])`,
  'gi',
);

/** `=A1*$B$2` → `=R[-1]C[-2]*R2C2` */
export function toR1C1(formula: string, { row, column }: Cell): string {
  const part = (letter: string, isFixed: string, place: number, own: number): string => {
    if (isFixed) return `${letter}${place}`;
    return `${letter}[${place - own}]`;
  };
  return formula.replace(A1, (all, quoted: string | undefined, ...found: (string | undefined)[]) => {
    if (quoted !== undefined) return all;
    const [fixedColumn = '', name, fixedRow = '', number, ...lines] = found;
    if (name !== undefined && number !== undefined) {
      return part('R', fixedRow, Number(number), row) + part('C', fixedColumn, columnNumber(name), column);
    }
    const [
      columnFixed = lines[2] ?? '',
      columnLetters = lines[3],
      ,
      ,
      rowFixed = lines[6] ?? '',
      rowNumber = lines[7],
    ] = lines;
    if (columnLetters !== undefined) return part('C', columnFixed, columnNumber(columnLetters), column);
    return part('R', rowFixed, Number(rowNumber), row);
  });
}

/** `=R[-1]C[-2]*R2C2` → `=A1*$B$2` */
export function fromR1C1(formula: string, { row, column }: Cell): string {
  const place = (text: string | undefined, own: number): [fixed: '' | '$', place: number] => {
    if (text === undefined) return ['', own];
    return text.startsWith('[') ? ['', own + Number(text.slice(1, -1))] : ['$', Number(text)];
  };
  const columnOf = (text: string | undefined): string => {
    const [fixed, number] = place(text, column);
    return fixed + columnName(number);
  };
  const rowOf = (text: string | undefined): string => place(text, row).join('');
  const references = formula.replace(
    R1C1,
    (all, quoted: string | undefined, r?: string, c?: string, wholeRow?: string, wholeColumn?: string) => {
      if (quoted !== undefined) return all;
      if (/^r.*c/i.test(all)) return columnOf(c) + rowOf(r);
      const isRow = /^r/i.test(all);
      return `${isRow ? 'row' : 'column'}\uE000${isRow ? rowOf(wholeRow) : columnOf(wholeColumn)}\uE000`;
    },
  );
  // A whole row or column that stands alone is a range of one: `C2` → `$B:$B`.
  return references
    .replace(/(?:row|column)\uE000([^\uE000]*)\uE000:(?:row|column)\uE000([^\uE000]*)\uE000/g, '$1:$2')
    .replace(/:(?:row|column)\uE000([^\uE000]*)\uE000/g, ':$1')
    .replace(/(?:row|column)\uE000([^\uE000]*)\uE000/g, '$1:$1');
}
