import {
  agreementColumns,
  agreementQuestion,
  agreementRules,
  type Agreement,
  type AgreementColumns,
} from './agreement';
import { asOf } from './conditions';
import { longText, number, day, type Cell, type Column } from './column';
import { misfitRules, PARTS } from './misfits';
import type { Field, Form, SharesRule } from './form';
import type { Columns, Table } from './table';

/**
 * What a field of a form begins with; of several the first that is known counts. `payable` is the side that is to be paid
 * most, and how much, where money is shared.
 */
export type Begins = 'today' | 'own side' | 'last' | 'first choice' | 'payable' | { text: string };

/** A register's form: which columns it asks for and what it does by itself. Labels, help and checks are the columns'. */
export interface RegisterForm<C extends Columns = Columns> {
  id: string;
  /** Its name in the menu, too. */
  title: string;
  introduction: string;
  submit: string;
  /** The columns it asks for, in their order, with what differs here. */
  ask: { [K in keyof C]?: Partial<Field> };
  begins: { [K in keyof C]?: Begins | readonly Begins[] };
  /** At least one of these has to be filled in. */
  needsOneOf?: readonly (keyof C & string)[];
  /** What is said where none of them is, instead of their names. */
  nothing?: string;
  /** What the numbers of a row make, shown while they are typed: their product, in units beside a choice. */
  product?: { factors: readonly (keyof C & string)[]; unit: { beside: keyof C & string; column: string } };
  /** Where a share of a whole is typed. */
  shares?: SharesRule;
  /** Stays for the next entry. */
  keeps: readonly (keyof C & string)[];
  /** What was written, in words: `{quantity} × {kind} by {party}`. */
  says: string;
}

/** When a row needs attention, as formulas over whole columns. */
export interface AttentionRule {
  /** True for the rows that need it. */
  when: string;
  /** What is wrong and what to do, a text a row. */
  say: string;
  /** The heavier, the sooner it is shown; of several rules the heaviest that holds speaks. No two of a register are equal. */
  weight: number;
  /** Since which day, a day a row. */
  since: string;
}

/** A day of a row that people look ahead to, as formulas over whole columns: the Calendar lists it. */
export interface DateRule {
  on: string;
  /** What happens then, a text a row. */
  say: string;
  /** True for the rows of which it is still open; left out: of all. */
  when?: string;
}

/** Two numbers of a row that a choice beside them makes unlikely. A form asks before it writes them. */
export interface Doubt {
  /** Of a choice: its column, and the word with which the numbers are in doubt. */
  choice: readonly [column: string, word: string];
  /** In doubt is a first number that is less than the second: their columns. */
  less: readonly [column: string, than: string];
  /** The question; `{target}` stands for what was typed there. */
  ask: string;
}

/** A row that another register gets, once, when a form has left a row with all of `when` filled in. */
export interface FollowOn {
  register: string;
  /** The column in which the name of the row that was written is noted: who deletes that row does not get it again. */
  noted: string;
  when: readonly string[];
  /** Its cells: those of this row, or a text in which `{column}` stands for one. */
  cells: Record<string, { column: string } | { text: string }>;
}

/** Rows that older versions kept in a table of another tab: they move here, and their columns there go. */
export interface MovedRows {
  register: string;
  /** Headings of the columns there, by those here; the first two have to be filled in. */
  columns: Readonly<Record<string, string>>;
  /** What else the rows say here. */
  cells: Readonly<Record<string, Cell>>;
}

/**
 * A cell of each row that shows what another file says under a name: the address stands in the column `from`. A person has
 * to allow it at the cell itself, so the formula stands there by itself.
 */
export interface ImportRule {
  from: string;
  into: string;
  /** A named range of the other file. */
  range: string;
}

/** A chart over columns of a register, which stands under one of the tables beside it. */
export interface RegisterChart {
  kind: 'scatter' | 'column';
  title: string;
  /** What runs to the right, and what runs up: columns of the register, or with a point of a table beside it. */
  columns: readonly [across: string, up: string];
  /** Of a scatter chart: where both axes begin and end. */
  axes?: { from: number; to: number };
  /** How many rows of data it shows; all that a fresh tab has where it is left out. */
  rows?: number;
  /** The table beside, and how many rows below its heading. */
  under: { table: string; row: number };
  /** Pixels. */
  width: number;
  height: number;
}

/** The chapters of the gallery of pages. */
export type Chapter = 'align' | 'contribute' | 'govern';

/** How far a partnership is when its sheet is set up. */
export type KindOfPartnership = 'new' | 'running';

/**
 * A tab of the workbook and the table that it is there for, defined once and as plain data. People may rename the tab:
 * it is known by its id. Set-up, migration, validation, notes, form, checks, menu, editing, the sample's place and the
 * Scorecard's list of what needs attention follow from it.
 */
export interface Register<C extends Columns = Columns> extends Table<C> {
  /** The tab's name when it is set up. */
  name: string;
  /** Raised when the columns change; an older tab is then migrated. */
  version: number;
  /** Rows of data that a fresh tab has room for; a form adds more when they are full. */
  rows: number;
  /**
   * The pack that it comes with; every sheet has those without one. A page that is added by itself is a pack of its own:
   * its pack is its id.
   */
  pack?: string;
  /** Where the gallery of pages shows it. */
  chapter?: Chapter;
  /** The kinds of partnership with which set-up adds it without being asked. */
  fits?: readonly KindOfPartnership[];
  /** The frameworks, rules and documents of the guides that work in it, by their numbers, such as A2. */
  frameworks?: readonly string[];
  /**
   * Which table of the deal about money it is: forms refuse a row that the statement would refuse. `blame` is the column
   * beside which they say so where no cell of its own is to blame.
   */
  deal?: { table: 'revenue' | 'terms'; blame: keyof C & string };
  /** Nobody but the owner and whoever set it up may write there. */
  locked?: true;
  /** Its rows hold once every side has agreed to them. */
  agreement?: Agreement;
  /** Google asks before anything is changed in it by hand, as it does in computed columns everywhere. */
  guarded?: boolean;
  /** A tab that people need not see; they can show it. */
  hidden?: boolean;
  /** Pages have a row for each of its rows: they are drawn anew when its form has added one. */
  counted?: true;
  /** What the tab answers. */
  question: string;
  /** What a row is called. */
  row: { one: string; many: string };
  /** The column that names a row for good, and what its names begin with. */
  named?: { column: keyof C & string; prefix: string };
  form?: RegisterForm<C>;
  attention?: readonly AttentionRule[];
  /** A computed column that says why a row does not count: where it speaks, limits and days need not be spoken of. */
  reasons?: keyof C & string;
  doubts?: readonly Doubt[];
  /**
   * Editing a row asks first where a column says one of these words: the question, in which `{acceptedValue}` stands for
   * a cell of the row. `otherwise` is asked where it says anything else.
   */
  asksFirst?: { column: keyof C & string; words: Readonly<Record<string, string>>; otherwise?: string };
  dates?: readonly DateRule[];
  followOn?: FollowOn;
  imports?: ImportRule;
  takesIn?: MovedRows;
  charts?: readonly RegisterChart[];
  /** Small tables that share the tab, to the right. */
  beside?: readonly Table[];
}

/** A register whose rows a form writes. */
export type EntryRegister = Register & Required<Pick<Register, 'form' | 'named'>>;

export const isEntryRegister = (register: Register): register is EntryRegister =>
  register.form !== undefined && register.named !== undefined;

/** The tables of a register's tab, from left to right. */
export const tablesOf = (register: Register): readonly Table[] => [register, ...(register.beside ?? [])];

type AttentionColumns = {
  attentionWeight: Column<number>;
  attention: Column<string>;
  attentionSince: Column<number>;
};

/**
 * Defines a register. One whose rows need agreement gets three computed columns: their wording, where they stand and who
 * has answered. One with rules for attention gets three more at its end: the weight of the heaviest rule that holds for a
 * row, its sentence, and since when; and a rule for what nobody could have typed into its form.
 */
export function register<C extends Columns>(
  definition: Register<C> & { attention: readonly AttentionRule[]; agreement: Agreement },
): Register<C & AgreementColumns & AttentionColumns>;
export function register<C extends Columns>(
  definition: Register<C> & { attention: readonly AttentionRule[] },
): Register<C & AttentionColumns>;
export function register<C extends Columns>(definition: Register<C>): Register<C>;
export function register(definition: Register): Register {
  const agreed = definition.agreement ? withAgreement(definition, definition.agreement) : definition;
  const { attention = [], columns, reasons } = agreed;
  if (attention.length === 0) return agreed;
  return watched(agreed, [...attention, ...misfitRules(columns, attention, reasons)], '');
}

function withAgreement(definition: Register, agreement: Agreement): Register {
  const { id, columns, named, row, attention = [] } = definition;
  return {
    asksFirst: { column: 'agreement', words: agreementQuestion(row.one) },
    ...definition,
    columns: { ...columns, ...agreementColumns(id, columns, named!.column, agreement) },
    attention: [...attention, ...agreementRules(row.one, agreement)],
  };
}

/** No rule of a register has this weight. */
const BROKEN: AttentionRule = {
  when: '',
  weight: 98,
  say: '"A cell of this row holds an error, or is not calculated yet"',
  since: asOf,
};

/** A weight in a formula: no locale reads a decimal point as every other does. */
const written = (weight: number): string => {
  const parts = (weight % 1) * PARTS;
  return parts === 0 ? String(weight) : `${Math.floor(weight)}+${parts}/${PARTS}`;
};

/** What stands most often among texts, the first of several. */
const mostFrequent = (texts: readonly string[]): string => {
  const count = (text: string): number => texts.filter((one) => one === text).length;
  return texts.reduce((most, text) => (count(text) > count(most) ? text : most));
};

/**
 * The same for a small table beside a register.
 * @param about what the headings end in: those of a tab differ from one another
 */
export function watched<T extends Table>(definition: T, attention: readonly AttentionRule[], about: string): T {
  const { columns } = definition;
  const rules = [...attention].sort((a, b) => b.weight - a.weight);
  if (new Set(rules.map(({ weight }) => weight)).size < rules.length) {
    throw new Error(`Two rules of ${definition.id} have the same weight.`);
  }
  // The conditions are worked out once; what holds is known by its weight afterwards.
  const first = (of: (rule: AttentionRule) => [when: string, then: string]): string =>
    rules.map(of).reduceRight((otherwise, [when, then]) => `IF(${when},${then},${otherwise})`, '');
  const byWeight = (of: (rule: AttentionRule) => string): string => {
    const all = [BROKEN, ...rules].map((rule) => ({ weight: written(rule.weight), answer: of(rule) }));
    const usual = mostFrequent(all.map(({ answer }) => answer));
    const others = all.filter(({ answer }) => answer !== usual);
    return `IF({attentionWeight}="",,${others.reduceRight(
      (otherwise, { weight, answer }) => `IF({attentionWeight}=${weight},${answer},${otherwise})`,
      usual,
    )})`;
  };
  const heading = (header: string): string => (about === '' ? header : `${header} (${about})`);
  const computed: AttentionColumns = {
    attention: longText(heading('Attention'), 'What is wrong with this row, or waits; empty where nothing is.', {
      formula: byWeight(({ say }) => say),
    }),
    attentionWeight: number(
      heading('Weight of attention'),
      'How pressing it is: the Scorecard lists the heaviest first.',
      // A cell that holds an error makes one of every question about its row.
      {
        formula: `IFERROR(${first(({ when, weight }) => [when, written(weight)])},${BROKEN.weight})`,
        format: '0',
        outOfView: true,
      },
    ),
    attentionSince: day(heading('Attention since'), 'Since when it waits.', {
      formula: byWeight(({ since }) => since),
      outOfView: true,
    }),
  };
  return { ...definition, columns: { ...columns, ...computed } };
}

/** A register's form as the sidebar and the checks take it. */
export function formOf({ columns, form: { id, title, introduction, submit, ask, shares } }: EntryRegister): Form {
  const fields = Object.entries(ask).map(([key, details]): Field => ({
    key,
    column: columns[key]!,
    required: false,
    ...details,
  }));
  return { id, title, introduction, submit, fields, ...(shares && { shares }) };
}

/** The name that a submission's key makes for a row. */
export const nameOf = ({ named }: EntryRegister, key: string): string => named.prefix + key;

/** What a field begins with, as far as it is known without a person. */
export function beginning(
  { form }: EntryRegister,
  known: (begins: Exclude<Begins, { text: string }>, key: string) => string | undefined,
): Record<string, string> {
  const one = (begins: Begins, key: string): string | undefined =>
    typeof begins === 'object' ? begins.text : known(begins, key);
  return Object.fromEntries(
    Object.entries(form.begins).map(([key, begins]) => {
      const tried = [begins as Begins | readonly Begins[]].flat() as Begins[];
      return [key, tried.map((way) => one(way, key)).find((value) => value !== undefined) ?? ''];
    }),
  );
}

/** A text with `{column}` in it, filled in. */
export const filledIn = (text: string, valueOf: (key: string) => Cell): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(valueOf(key)));
