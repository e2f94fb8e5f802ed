import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

/** The workbooks that are kept in the same folder as the open one, with names that end alike. */
export class Folder {
  private readonly path: string;
  private readonly suffix: string;
  private readonly own: string;
  /** What a file of this size and time is known by. */
  private readonly ids = new Map<string, { stamp: string; id: string | undefined }>();

  /** @param file of the workbook that is open */
  constructor(file: string) {
    this.own = resolve(file);
    this.path = dirname(this.own);
    this.suffix = extname(this.own);
  }

  /** The file of the spreadsheet with this id, other than the open one; undefined where there is none. */
  find(id: string): string | undefined {
    return this.files().find((file) => this.idOf(file) === id);
  }

  /** A path for a new file with a title. */
  pathFor(title: string): string {
    const name = title.replace(/[^\p{L}\p{N} ._-]+/gu, '-').replace(/^[. ]+|[. ]+$/g, '') || 'spreadsheet';
    for (let number = 1; ; number++) {
      const path = join(this.path, `${name}${number > 1 ? ` ${number}` : ''}${this.suffix}`);
      if (!existsSync(path)) return path;
    }
  }

  /** Changes whenever the file does. */
  static stamp(file: string): string {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  }

  private files(): string[] {
    return readdirSync(this.path)
      .filter((name) => extname(name) === this.suffix)
      .map((name) => join(this.path, name))
      .filter((file) => file !== this.own && statSync(file, { throwIfNoEntry: false })?.isFile());
  }

  /** The text is looked through: to read the whole of each file would take long. The last id that was set counts. */
  private idOf(file: string): string | undefined {
    const stamp = Folder.stamp(file);
    const known = this.ids.get(file);
    if (known?.stamp === stamp) return known.id;
    const text = readFileSync(file, 'latin1');
    const id = /^\{"format":"local-spreadsheet"/.test(text)
      ? [...text.matchAll(/"spreadsheetId":"([^"]+)"/g)].at(-1)?.[1]
      : undefined;
    this.ids.set(file, { stamp, id });
    return id;
  }
}
