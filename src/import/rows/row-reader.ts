import { dayOfIso, isoOfDay } from '../../calc/day';
import { roundProduct, numberOf } from '../../calc/decimal';
import { meansCurrency, minorUnits } from '../../schema/currency';
import { sameText } from '../../schema/same-text';
import { readTypedNumber } from '../../schema/typed-number';
import type { FileRow, FileTable } from '../file/file-table';
import type { Names } from '../file/headings';
import { completed, NOBODY, type Plan } from '../plan';
import type { SheetFacts } from '../sheet';
import { sourceNamed } from '../sources';
import type { Source, Where } from '../sources/source';
import { targetNamed, type Target, type TargetField } from '../targets';
import { readClock } from '../values/day-text';
import { Days, yearsOf, type DayOrder } from '../values/days';
import { between, hoursOf, readDuration } from '../values/durations';
import { monthNames } from '../values/month-names';
import { decimalMarkIn, readNumber, type DecimalMark } from '../values/numbers';
import { plainText } from '../values/plain-text';
import { TimeZone } from '../values/time-zone';
import { cellOf, columnAt, textOf } from './cells';
import { currencyOfRow } from './currency';
import { numbersOf, textsOf } from './looks';
import { RowLeftOut } from './out-row';
import { seenIn } from './seen';

/** Reads the cells of one file's rows under a plan in which every doubt is settled. */
export class RowReader {
  readonly source: Source;
  readonly target: Target;
  readonly days: Days;
  readonly today: number;
  /** Of the sheet's currency. */
  readonly places: number;
  private readonly kpis: readonly string[];
  private readonly columns: Readonly<Record<string, readonly string[]>>;
  private readonly constants: Readonly<Record<string, string>>;
  private readonly order: DayOrder | null;
  private readonly mark: DecimalMark;
  private readonly zone: TimeZone;
  private readonly years: ReadonlyMap<number, number | null>;

  constructor(
    readonly plan: Plan,
    readonly table: FileTable,
    readonly sheet: SheetFacts,
  ) {
    this.source = sourceNamed(plan.source);
    this.target = targetNamed(this.source.target);
    this.days = new Days(monthNames(sheet.locale));
    this.zone = new TimeZone(sheet.zone);
    this.today = dayOfIso(sheet.today)!;
    this.kpis = sheet.kpis.map(({ name }) => name);
    this.places = minorUnits(sheet.currency ?? '');
    const { columns, constants } = completed(plan);
    this.columns = columns;
    this.constants = constants;
    this.order = this.source.order ?? ((plan.answers.order || this.orderFound()) as DayOrder | null);
    this.mark = this.source.decimal ?? ((plan.answers.decimal || this.markFound()) as DecimalMark);
    this.years = this.yearsFound();
  }

  /** Whether the plan takes this field from the file. */
  takes(id: string): boolean {
    return this.columns[id] !== undefined;
  }

  cell({ cells }: FileRow, names: Names): string {
    return cellOf(this.table, names, cells);
  }

  text(row: FileRow, id: string): string {
    const columns = this.columns[id];
    const text = columns ? textOf(this.table, columns, row.cells) : '';
    return text === '' ? (this.constants[id] ?? '') : text;
  }

  is(row: FileRow, where: Where | undefined): boolean {
    return where !== undefined && where.matches.test(plainText(this.cell(row, where.column)).toLowerCase());
  }

  /** @throws RowLeftOut for rows that the source leaves out */
  checkLeft(row: FileRow): void {
    for (const left of this.source.leaves ?? []) {
      // Where the column is not in the file nothing is known against the row.
      if (columnAt(this.table, left.column) >= 0 && this.is(row, left)) {
        throw this.leftOut(row, left.column, this.cell(row, left.column), left.why);
      }
    }
  }

  leftOut({ line }: FileRow, column: Names, found: string, why: string): RowLeftOut {
    const heading = this.table.headings[columnAt(this.table, column)]?.text ?? [column].flat()[0] ?? '';
    return new RowLeftOut({ line, column: heading, found: found.slice(0, 80), why });
  }

  /** The value of a field; an empty text where the row says nothing. @throws RowLeftOut */
  value(row: FileRow, field: TargetField): string | number {
    const text = this.text(row, field.id);
    if (text === '' && field.kind !== 'quantity') return '';
    switch (field.kind) {
      case 'day':
        return this.day(row, text);
      case 'side':
        return this.side(row, text, field);
      case 'choice':
        return this.listed(row, field, text, field.id === 'kind' ? this.sheet.kinds : null);
      case 'kpi':
        return this.listed(row, field, text, this.kpis);
      case 'amount':
        return this.inCurrency(row, this.number(row, field.id), field.id);
      case 'number':
        return this.number(row, field.id);
      case 'quantity':
        return this.quantity(row);
      case 'text':
        return shortened(text, field);
    }
  }

  /** All fields of the target. @throws RowLeftOut */
  values(row: FileRow): Record<string, string | number> {
    this.checkLeft(row);
    const cells: Record<string, string | number> = {};
    for (const field of this.target.fields) {
      const value = this.value(row, field);
      if (value === '' && field.needed) throw this.missing(row, field);
      if (field.aboveZero && Number(value) <= 0) {
        throw this.leftOut(
          row,
          this.columns[field.id] ?? field.label,
          this.text(row, field.id),
          'more than 0 is expected',
        );
      }
      if (value !== '') cells[field.id] = value;
    }
    return cells;
  }

  missing(row: FileRow, field: TargetField): RowLeftOut {
    return this.leftOut(row, this.columns[field.id] ?? field.label, '', `${field.label} is empty`);
  }

  day(row: FileRow, text: string): number {
    const read = this.days.read(text, this.order, this.years.get(row.line) ?? null);
    const day = read && this.dayThere(read);
    if (day === null)
      throw this.leftOut(row, this.columns.date ?? 'Date', text, 'a day is expected, such as 2026-01-31');
    if (this.target.id === 'contributions' && day > this.today + 1) {
      throw this.leftOut(row, this.columns.date ?? 'Date', text, 'the day is still to come');
    }
    return day;
  }

  private dayThere({ day, clock }: { day: number; clock: { seconds: number; offset: number | null } | null }): number {
    const offset = clock?.offset ?? (this.source.zone === 'UTC' ? 0 : null);
    return clock === null || offset === null ? day : this.zone.dayAt(day, clock.seconds, offset);
  }

  private side(row: FileRow, text: string, field: TargetField): string {
    if (!this.columns[field.id]) return text;
    const side = this.plan.answers[`side:${text}`] ?? '';
    if (side === NOBODY)
      throw this.leftOut(row, this.columns[field.id]!, text, 'rows of this person are left out, as chosen');
    if (side === '') throw this.leftOut(row, this.columns[field.id]!, text, 'nobody has said which side this is');
    return side;
  }

  private listed(row: FileRow, field: TargetField, text: string, list: readonly string[] | null): string {
    if (list === null) return text;
    const found = list.includes(text) ? text : list.find((one) => sameText(one, text));
    if (found === undefined) {
      throw this.leftOut(
        row,
        this.columns[field.id] ?? field.label,
        text,
        `one of these is expected: ${list.join(', ')}`,
      );
    }
    return found;
  }

  /** A number of the file, before it is rounded or changed into another currency. */
  number(row: FileRow, id: string): number {
    const text = this.text(row, id);
    const fixed = this.columns[id] ? null : readTypedNumber(text, this.sheet.locale);
    const value = fixed ? ('value' in fixed ? fixed.value : null) : readNumber(text, this.mark);
    if (value === null) throw this.leftOut(row, this.columns[id] ?? id, text, 'a number is expected');
    return value;
  }

  numberIn(row: FileRow, names: Names): number | null {
    const text = this.cell(row, names);
    return text === '' ? 0 : readNumber(text, this.mark);
  }

  rollUpOf(kpi: string): string {
    return this.sheet.kpis.find(({ name }) => name === kpi)?.rollUp ?? '';
  }

  plainNumber(text: string): number | null {
    return readNumber(text, this.mark);
  }

  duration(text: string): number | null {
    return readDuration(text, this.mark);
  }

  /** An amount in the sheet's currency, rounded once to its smallest unit. */
  inCurrency(row: FileRow, value: number, id: string): number {
    const rate = this.rate(row, id);
    return numberOf(roundProduct(value, rate, this.places), this.places);
  }

  private rate(row: FileRow, id: string): number {
    const { currency, locale } = this.sheet;
    const found = currency === null ? null : currencyOfRow(this.plan, this.table, row.cells);
    if (found === null || currency === null || meansCurrency(found, currency)) return 1;
    const typed = readTypedNumber(this.plan.answers[`rate:${found}`] ?? '', locale);
    if ('value' in typed && typed.value > 0) return typed.value;
    throw this.leftOut(row, this.columns[id] ?? id, found, `the amount is in ${found}, the sheet in ${currency}`);
  }

  /** Whole milliseconds of a row that counts hours; null where it counts something else. */
  milliseconds(row: FileRow): number | null {
    if (!/hour/i.test(this.text(row, 'kind'))) return null;
    const text = this.text(row, 'quantity');
    const read = text === '' ? this.betweenClocks(row) : readDuration(text, this.mark, this.source.quantityIn);
    if (read === null) {
      throw this.leftOut(
        row,
        this.columns.quantity ?? 'Quantity',
        text,
        'a length of time is expected, such as 1:30:00 or 1.5',
      );
    }
    return read;
  }

  private quantity(row: FileRow): string | number {
    const milliseconds = this.milliseconds(row);
    if (milliseconds !== null) return hoursOf(milliseconds);
    return this.text(row, 'quantity') === '' ? '' : this.number(row, 'quantity');
  }

  private betweenClocks(row: FileRow): number | null {
    const { clock } = this.source;
    if (!clock) return null;
    const [from, to] = [clock.from, clock.to].map((names) => readClock(plainText(this.cell(row, names))));
    if (!from || !to) return null;
    const [first, last] = [this.text(row, 'date'), this.cell(row, clock.until)].map((text) => this.days.read(text, this.order, null)); // prettier-ignore
    return between(from.seconds, to.seconds, first && last ? last.day - first.day : null);
  }

  /** A cell's text for keys: the same however the program writes days and times of day. */
  canonical(row: FileRow, names: Names): string {
    const text = plainText(this.cell(row, names));
    if (columnAt(this.table, names) === columnAt(this.table, this.columns.date?.[0] ?? '')) {
      const read = this.days.read(text, this.order, this.years.get(row.line) ?? null);
      return read ? `${isoOfDay(read.day)} ${read.clock?.seconds ?? ''}` : text;
    }
    const clock = /^\d{1,2}:/.test(text) ? readClock(text) : null;
    return clock ? String(clock.seconds) : text;
  }

  private orderFound(): DayOrder | null {
    const found = this.days.orderIn(this.seen(textsOf(this.plan, this.table, ['day'])));
    return found === 'day first' || found === 'month first' ? found : null;
  }

  private markFound(): DecimalMark {
    return decimalMarkIn(this.seen(numbersOf(this.plan, this.table))) === ',' ? ',' : '.';
  }

  private seen(looks: ReturnType<typeof textsOf>): string[] {
    return looks.flatMap((look) => [...seenIn(this.table, look)]);
  }

  private yearsFound(): ReadonlyMap<number, number | null> {
    const columns = this.columns.date;
    const latest = Number(this.plan.answers.year || NaN);
    if (!columns || !Number.isInteger(latest)) return new Map();
    const { rows } = this.table;
    const texts = rows.map(({ cells }) => this.days.textOf(textOf(this.table, columns, cells)));
    const years = yearsOf(texts, latest);
    return new Map(rows.map(({ line }, at) => [line, years[at]!]));
  }
}

/** Marks that no cell can hold. */
const CONTROL = /(?![\n\t])\p{Cc}/u;

const LONGEST: Readonly<Record<string, number>> = { note: 20_000, evidence: 2_000 };

/** Whatever a text says, it stays one; only its length is limited, and marks that no cell can hold are left out. */
function shortened(text: string, { id }: TargetField): string {
  const clean = CONTROL.test(text) ? text.replace(new RegExp(CONTROL, 'gu'), ' ') : text;
  const longest = LONGEST[id] ?? 500;
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}
