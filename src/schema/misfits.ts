import type { Column, HoursBy } from './column';
import {
  asOf,
  hoursIn,
  hoursWhere,
  isAhead,
  isBefore,
  isImpossibleDay,
  isMisread,
  isNoneOf,
  isOneOf,
  isOutside,
  isNoNumber,
  isTwin,
  isUnknown,
  unitOfChoice,
} from './conditions';
import { cleaned } from './names';
import { PERCENT_UNITS } from './percent';
import type { AttentionRule } from './register';
import type { Columns } from './table';

/**
 * What people type into cells is taken as it is. What a form would have refused is said beside its row instead: a text in
 * a column of numbers, a number outside its limits, a day that cannot be meant, a word that its list does not hold. The
 * rule follows from the columns, as the checks of the forms do.
 */
interface Misfit {
  when: string;
  say: string;
  /** It can be read; only that it is meant is unlikely. */
  isReadable: boolean;
}

/** No rule of a register has a weight from here to the next. Only what names the same cell in better words is heavier. */
const WEIGHT = 93;
/** Parts between two weights, so many that each kind of misfit has one of its own; exact in a cell. */
export const PARTS = 128;

/** More than a thousand percent is a whole number that lacks its sign. */
const MOST_PERCENT = 10;

/** Lists that every sheet has. */
const EVERYWHERE = ['parties', 'kinds', 'kpis', 'sides'];

/** The unit of a choice in the same row. */
function unitBeside({ column, beside }: HoursBy, columns: Columns): string {
  const list = columns[beside]!.choices as { table: string; column: string };
  return unitOfChoice(`{${beside}}`, `{${list.table}.${list.column}}`, `{${list.table}.${column}}`);
}

const found = (key: string): string => `“"&{${key}}&"”`;

/** A day as it stands in its cell, and not its number; what no cell shows as a day stays as it is. */
const foundDay = (key: string): string =>
  `“"&IF(ISNUMBER({${key}})*({${key}}>0)*({${key}}<${AFTER_ALL_DAYS}),TEXT({${key}},"yyyy-mm-dd"),{${key}})&"”`;

/** The day after 31 December 9999. */
const AFTER_ALL_DAYS = 2_958_466;

function misfitsOf(key: string, column: Column, columns: Columns): Misfit[] {
  const {
    header,
    input,
    holds,
    choices,
    least,
    most,
    orWords,
    hours,
    past,
    notBefore,
    differsFrom,
    countedIn,
    unique,
  } = column;
  const cell = `{${key}}`;
  const misfits: Misfit[] = [];
  const add = (when: string, say: string, isReadable = false): void =>
    void misfits.push({ when, say: `"${header}: ${say}"`, isReadable });
  if (input === 'number' || input === 'rating') {
    if (orWords) {
      const words = orWords.join(', ');
      add(`${isNoNumber(cell)}*${isNoneOf(cell, orWords)}`, `${found(key)} is neither a number nor one of: ${words}`);
    } else if (holds === 'number') {
      const read =
        hours && (hours === true ? hoursIn(cell) : hoursWhere(cell, unitBeside(hours, columns), hours.surely));
      add(read ? isMisread(cell, read) : isNoNumber(cell), `${found(key)} is not a number`);
    }
    const limits = [
      ...(least ? [`less than ${least.value}`] : []),
      ...(most === undefined ? [] : [`more than ${most}`]),
    ];
    // Our formulas hold no decimal literal.
    const isWhole = [least?.value ?? 0, most ?? 0].every(Number.isInteger);
    if (limits.length > 0 && isWhole)
      add(isOutside(cell, least?.value, most), `"&{${key}}&" is ${limits.join(' or ')}`, true);
  }
  if (countedIn && !countedIn.units) {
    const { column: by, beside } = countedIn;
    const list = beside === undefined ? undefined : columns[beside]!.choices;
    const unit =
      list && 'table' in list
        ? `XLOOKUP(${cleaned(`{${beside!}}`)},${cleaned(`{${list.table}.${list.column}}`)},{${list.table}.${by}},"")`
        : `{${by}}`;
    add(
      `${isOneOf(unit, PERCENT_UNITS)}*${isOutside(cell, -MOST_PERCENT, MOST_PERCENT)}`,
      `it is counted in %, and "&{${key}}&" is "&100*{${key}}&" %. Write "&{${key}}&"%`,
    );
  }
  if (input === 'day') {
    add(isImpossibleDay(cell), `${foundDay(key)} is not a possible day. Write it as 2026-03-31`);
    if (past !== undefined) add(isAhead(cell), 'the day is still to come', true);
    if (notBefore && columns[notBefore.column]) add(isBefore(cell, `{${notBefore.column}}`), notBefore.say, true);
  }
  if (choices && 'listed' in choices) {
    const others = choices.listed.includes('yes') && choices.listed.length === 2 ? ['TRUE', 'FALSE'] : [];
    add(isNoneOf(cell, [...choices.listed, ...others]), `${found(key)} is none of: ${choices.listed.join(', ')}`);
  }
  if (choices && 'table' in choices && EVERYWHERE.includes(choices.table)) {
    add(isUnknown(cell, `{${choices.table}.${choices.column}}`), `${found(key)} is not in its list`);
  }
  if (unique) add(isTwin(cell), `${found(key)} stands in two rows. Give one of them another name`, true);
  if (differsFrom) add(`(${cell}<>"")*(${cell}={${differsFrom.column}})`, differsFrom.say, true);
  return misfits;
}

/**
 * The rules of a register for all that its own rules do not ask already.
 * @param own the register's own rules: a condition that stands in one of them is not asked twice
 * @param reasons a column that says why a row does not count: what can be read is left to it
 */
export function misfitRules(columns: Columns, own: readonly AttentionRule[], reasons?: string): AttentionRule[] {
  const said = own.map(({ when }) => when);
  const typed = Object.entries(columns).filter(([, { filled }]) => filled === 'by people');
  const first = typed.find(([, { input }]) => input === 'day');
  return typed
    .flatMap(([key, column]) => misfitsOf(key, column, columns))
    .filter(({ when }) => !said.some((one) => one.includes(when)))
    .map(({ when, say, isReadable }, at) => ({
      when: isReadable && reasons !== undefined ? `${when}*(IFERROR({${reasons}},"")="")` : when,
      say,
      weight: WEIGHT + (PARTS - 1 - at) / PARTS,
      since: first === undefined ? asOf : `{${first[0]}}`,
    }));
}
