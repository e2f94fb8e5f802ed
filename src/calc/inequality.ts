import { add, multiply, ratio, subtract, type Integer } from './integer';

/*
 * How evenly something is spread, over amounts of 0 or more in any one unit, and not all 0. Every answer is the double
 * nearest to the exact value.
 */

const sumOf = (amounts: readonly Integer[]): Integer => amounts.reduce(add, 0);
const squares = (amounts: readonly Integer[]): Integer => sumOf(amounts.map((amount) => multiply(amount, amount)));
const square = (value: Integer): Integer => multiply(value, value);
const distance = (a: Integer, b: Integer): Integer => (a < b ? subtract(b, a) : subtract(a, b));

/** Jain's index: (Σx)² ÷ (n · Σx²), from 1 ÷ n, where one has all, to 1. */
export const jain = (amounts: readonly Integer[]): number =>
  ratio(square(sumOf(amounts)), multiply(amounts.length, squares(amounts)));

/** Gini coefficient of a population: mean difference of all pairs ÷ twice the mean, from 0 to 1 − 1 ÷ n. */
export function gini(amounts: readonly Integer[]): number {
  const sorted = [...amounts].sort((a, b) => (a < b ? -1 : Number(a > b)));
  const spread = sorted.map((amount, i) => multiply(amount, 2 * i + 1 - sorted.length));
  return ratio(sumOf(spread), multiply(sorted.length, sumOf(sorted)));
}

/** Hoover index: the part of all that would have to change hands for everybody to have a fair share, half of Σ|share − fair share|. */
export function hoover(amounts: readonly Integer[], fair: readonly Integer[]): number {
  const [all, allFair] = [sumOf(amounts), sumOf(fair)];
  const gaps = amounts.map((amount, i) => distance(multiply(amount, allFair), multiply(fair[i]!, all)));
  return ratio(sumOf(gaps), multiply(2, multiply(all, allFair)));
}

/** The largest share. */
export const topShare = (amounts: readonly Integer[]): number =>
  ratio(
    amounts.reduce((most, amount) => (amount > most ? amount : most), 0),
    sumOf(amounts),
  );

/** Herfindahl-Hirschman index: the sum of the squared shares in percent, up to 10,000. */
export const herfindahl = (amounts: readonly Integer[]): number =>
  ratio(multiply(10_000, squares(amounts)), square(sumOf(amounts)));

/** How many equal amounts would be as concentrated: 1 ÷ the sum of the squared shares. */
export const effectiveNumber = (amounts: readonly Integer[]): number => ratio(square(sumOf(amounts)), squares(amounts));
