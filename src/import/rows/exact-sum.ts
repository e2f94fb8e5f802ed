import { decimalOf, numberOf, rescale } from '../../calc/decimal';
import { add, type Integer } from '../../calc/integer';

/** A sum of decimals that loses nothing on the way, whatever their number of places. */
export class ExactSum {
  private units: Integer = 0;
  private places = 0;

  add(value: number): void {
    const decimal = decimalOf(value);
    if (decimal.places > this.places) {
      this.units = rescale({ units: this.units, places: this.places }, decimal.places);
      this.places = decimal.places;
    }
    this.units = add(this.units, rescale(decimal, this.places));
  }

  /** As many digits as a cell holds. */
  get value(): number {
    const exact = numberOf(this.units, this.places);
    return Number.isNaN(exact) ? Number(Number(`${this.units}e-${this.places}`).toPrecision(15)) : exact;
  }
}

export function exactSum(values: Iterable<number>): number {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.value;
}
