import type { FileRow } from '../file/file-table';
import type { Names } from '../file/headings';
import { digest } from '../values/digest';
import type { Cells } from './out-row';
import type { RowReader } from './row-reader';

/** Characters of an ID that a key carries as it is; a longer one is shortened to a digest. */
const LONGEST_ID = 60;

/**
 * Makes the source keys of one file: source and the row's own ID, or a digest of what names it. Rows that are alike in all
 * of that are told apart by their number; a whole day's rows stand in a file together, so that the next file counts them
 * the same.
 */
export class Keys {
  private readonly counts = new Map<string, number>();

  constructor(private readonly reader: RowReader) {}

  /** @throws RowLeftOut where the file's own ID stands on an earlier row */
  of(row: FileRow, cells: Cells): string {
    const { source } = this.reader;
    const columns = source.key ?? [];
    const texts = columns.map((names) => this.reader.cell(row, names));
    const isOwn = columns.length === 1 && texts[0] !== '';
    const named = columns.length > 0 && texts.some((text) => text !== '');
    const name = isOwn
      ? own(texts[0]!)
      : named
        ? this.digestOf(row, columns, cells)
        : digest(JSON.stringify(Object.entries(cells).sort()));
    const key = `${source.id} ${name}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count > 1 && isOwn)
      throw this.reader.leftOut(row, columns[0]!, texts[0]!, 'the same ID stands on an earlier row');
    return count > 1 ? `${key} #${count}` : key;
  }

  /** A table without days is named by the day that was asked as well. */
  private digestOf(row: FileRow, columns: readonly Names[], { date = '' }: Cells): string {
    const canonical = columns.map((names) => this.reader.canonical(row, names));
    return digest([...canonical, ...(this.reader.takes('date') ? [] : [date])].join('\n'));
  }
}

const own = (id: string): string => (id.length > LONGEST_ID || /[=\s]/.test(id) ? digest(id) : id);

/** A key with how much of it was there: what grew since can be told from it. */
export const withMeasure = (key: string, measure: number): string => (measure === 0 ? key : `${key} =${measure}`);

/** What a key says was written under it. */
export function measureIn(key: string): { base: string; measure: number } {
  const [, base = key, measure = '0'] = /^(.*) =(-?[\d.e+-]+)$/.exec(key) ?? [];
  return { base, measure: Number(measure) };
}

/** How rows of a source were put together by an earlier import; null where there was none. Two ways would count twice. */
export function wayOfBefore(sourceId: string, keys: Iterable<string>): string | null {
  let found: string | null = null;
  for (const key of keys) {
    if (!key.startsWith(`${sourceId} `)) continue;
    const [, way] = /^\S+ (day|month) /.exec(key) ?? [];
    if (way) return way;
    found = 'entry';
  }
  return found;
}
