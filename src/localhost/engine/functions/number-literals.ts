import type { Injector } from '@univerjs/core';
import { ValueNodeFactory } from '@univerjs/engine-formula';

const NUMBER = /^\s*(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/**
 * Reads a number for a number however it is written: `1.50`, `007`, `.5`, `1E3`. The engine takes one that it would write
 * otherwise for a text, which every comparison then finds greater than all numbers.
 */
export function readNumbersLikeSheets(injector: Injector): void {
  const factory = injector.get(ValueNodeFactory);
  const create = factory.create.bind(factory);
  factory.create = (token) => create(NUMBER.test(token) ? String(Number(token)) : token);
}
