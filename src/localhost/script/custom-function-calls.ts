import { cellsOf, sameArguments } from './custom-function-values';
import type { CellAddress, CellMessage, CellValue, FunctionResult } from '../contract/engine';
import type { Execution } from './execution';
import type { TimeZone } from '../notation/time-zones';
import { scriptValue } from '../workbook/typed-values';

type Argument = CellValue | CellValue[][] | undefined;

/** Arguments of up to this many cells are looked up by their text, larger ones are compared. */
const SMALL = 64;
const SMALL_CALLS = 20_000;
const LARGE_CALLS = 100;

/** What Google says in the cell, or leaves at "Loading…" for ever. For TODAY() that is not confirmed. */
const VOLATILE_ARGUMENT =
  'This function is not allowed to reference a cell with NOW(), TODAY(), RAND(), RANDARRAY(), or RANDBETWEEN().';

/**
 * Calls custom functions for the engine. A call is an execution of its own, unless the function has been called with
 * these arguments before: as at Google's, only changed arguments make it run again.
 */
export class CustomFunctionCalls {
  private readonly small = new Map<string, FunctionResult>();
  private readonly large: { name: string; args: Argument[]; result: FunctionResult }[] = [];
  private readonly messages = new Map<string, CellMessage>();

  /** @param run executes a function once and hands on what it did */
  constructor(
    private readonly run: <T>(name: string, use: (execution: Execution) => T) => T,
    private readonly timeZone: () => TimeZone,
  ) {}

  /** @param isVolatile an argument depends on what answers anew at each calculation: the function is not called */
  call(name: string, args: Argument[], at: CellAddress, isVolatile: boolean): FunctionResult {
    const result = isVolatile ? { error: VOLATILE_ARGUMENT } : this.remembered(name, args);
    const key = keyOf(at);
    if ('error' in result) this.messages.set(key, { at, message: result.error });
    else this.messages.delete(key);
    return result;
  }

  /** The messages of the cells that show an error of a custom function, by what `isError` says of each cell now. */
  errors(isError: (at: CellAddress) => boolean): CellMessage[] {
    for (const [key, { at }] of this.messages) if (!isError(at)) this.messages.delete(key);
    return [...this.messages.values()];
  }

  /** The messages that the cells showed when the workbook was saved. */
  restore(messages: readonly CellMessage[]): void {
    for (const message of messages) this.messages.set(keyOf(message.at), message);
  }

  private remembered(name: string, args: Argument[]): FunctionResult {
    return cellCount(args) <= SMALL ? this.callSmall(name, args) : this.callLarge(name, args);
  }

  private callSmall(name: string, args: Argument[]): FunctionResult {
    const key = JSON.stringify([name, args.map((arg) => (arg === undefined ? {} : arg))]);
    const result = this.small.get(key) ?? this.execute(name, args);
    // Moved to the end: the first in the map is the one that has not been used for longest.
    this.small.delete(key);
    this.small.set(key, result);
    for (const oldest of this.small.keys()) {
      if (this.small.size <= SMALL_CALLS) break;
      this.small.delete(oldest);
    }
    return result;
  }

  private callLarge(name: string, args: Argument[]): FunctionResult {
    const index = this.large.findIndex((call) => call.name === name && sameArguments(call.args, args));
    const [known] = index >= 0 ? this.large.splice(index, 1) : [];
    const result = known?.result ?? this.execute(name, args);
    this.large.unshift({ name, args, result });
    this.large.length = Math.min(this.large.length, LARGE_CALLS);
    return result;
  }

  private execute(name: string, args: Argument[]): FunctionResult {
    const timeZone = this.timeZone();
    return this.run(name, (execution): FunctionResult => {
      try {
        return {
          value: cellsOf(
            execution.call(
              name,
              args.map((arg) => forScript(arg, timeZone)),
            ),
            timeZone,
          ),
        };
      } catch (thrown) {
        const { name: kind, message, line } = execution.fail(thrown);
        const text = kind === 'Error' ? message : `${kind}: ${message}`;
        return { error: line === undefined ? text : `${text} (line ${line})` };
      }
    });
  }
}

function forScript(arg: Argument, timeZone: TimeZone): unknown {
  if (arg === undefined) return undefined;
  if (!Array.isArray(arg)) return scriptValue(arg, timeZone);
  return arg.map((row) => row.map((value) => scriptValue(value, timeZone)));
}

function keyOf({ sheetId, row, column }: CellAddress): string {
  return `${sheetId}!${row},${column}`;
}

function cellCount(args: Argument[]): number {
  return args.reduce((sum: number, arg) => sum + (Array.isArray(arg) ? arg.length * (arg[0]?.length ?? 0) : 1), 0);
}
