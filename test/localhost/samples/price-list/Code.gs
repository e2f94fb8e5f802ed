/** Custom functions of a small shop: prices by quantity, and deadlines. */

/**
 * Adds up what a quantity costs when each step of it has a price of its own.
 *
 * @param {number} quantity How much is bought.
 * @param {Array<Array<number>>} steps Rows of: from, up to (empty: no end), price of one.
 * @return What it costs.
 * @customfunction
 */
function steppedPrice(quantity, steps) {
  let total = 0;
  for (const [from, upTo, price] of steps) {
    if (quantity <= from) break;
    total += (Math.min(quantity, upTo === '' ? Infinity : upTo) - from) * price;
  }
  return total;
}

/**
 * @param {number|Array<Array<number>>} metres One length or a table of lengths.
 * @return The same in feet.
 * @customfunction
 */
function IN_FEET(metres) {
  if (Array.isArray(metres)) return metres.map((row) => row.map((one) => (one === '' ? '' : IN_FEET(one))));
  if (typeof metres !== 'number') throw new Error('metres have to be a number');
  return metres / 0.3048;
}

/**
 * @param {Date} start The day it was ordered.
 * @param {number} weeks How many weeks it takes.
 * @return {Date} When it comes.
 * @customfunction
 */
function DUE(start, weeks) {
  return new Date(start.getFullYear(), start.getMonth(), start.getDate() + 7 * weeks);
}

/** @customfunction */
function TABLE_OF_SQUARES(size) {
  const rows = [['n', 'n²']];
  for (let n = 1; n <= size; n++) rows.push([n, n * n]);
  return rows;
}

// As bundlers write it: not indented.
// prettier-ignore
const bundled = (() => {
function innerFunction() {
  return 'only seen in here';
}
return innerFunction();
})();
