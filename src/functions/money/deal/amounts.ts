import { roundTo } from '../../../calc/decimal';
import type { Integer } from '../../../calc/integer';
import { complain, numberKind } from '../../runner/cell-kind';
import type { HeadedTable } from './headed-table';

const number = numberKind();

/** What an amount must be once it is rounded, in words; undefined: anything. */
export type Least = 'a number of 0 or more' | 'a number above 0';

/** Reads the typed amounts of a table, each rounded as its row is read; null where a cell is blank. */
export class Amounts<H extends string> {
  constructor(
    private readonly table: HeadedTable<H>,
    private readonly decimals: number,
  ) {}

  at(row: number, heading: H, least?: Least): Integer | null {
    const value = this.table.at(row, heading, number);
    if (value === null) return null;
    const units = roundTo(value, this.decimals);
    if (least && (units < 0 || (!units && least === 'a number above 0'))) {
      const rounded = value > 0 ? ` when it is rounded to ${this.decimals} decimals` : '';
      this.table.refuse(row, heading, `${complain(value, least)}${rounded}`);
    }
    return units;
  }

  required(row: number, heading: H, least?: Least): Integer {
    const blank = () => this.table.refuse(row, heading, `blank, where ${least ?? number.expected} is expected`);
    return this.at(row, heading, least) ?? blank();
  }
}
