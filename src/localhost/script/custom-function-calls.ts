import { cellsOf, sameArguments } from './custom-function-values';
import type { CellAddress, CellMessage, CellValue, FunctionResult } from '../contract/engine';
import type { Execution } from './execution';
import type { TimeZone } from '../notation/time-zones';
import { scriptValue } from '../workbook/typed-values';

type Argument = CellValue | CellValue[][] | undefined;

/** A call that has not been answered, and the cells that wait for it. */
interface Waiting {
  name: string;
  args: Argument[];
  cells: Map<string, CellAddress>;
}

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
  private readonly waiting = new Map<string, Waiting>();

  /**
   * @param run executes a function once and hands on what it did
   * @param isSlow whether functions answer when `answer` is called, and their cells show that they load until then
   */
  constructor(
    private readonly run: <T>(name: string, use: (execution: Execution) => T) => T,
    private readonly timeZone: () => TimeZone,
    private readonly isSlow = false,
  ) {}

  /** @param isVolatile an argument depends on what answers anew at each calculation: the function is not called */
  call(name: string, args: Argument[], at: CellAddress, isVolatile: boolean): FunctionResult {
    const result: FunctionResult = isVolatile ? { error: VOLATILE_ARGUMENT } : this.remembered(name, args, at);
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

  /** Whether functions have been called that have not answered. */
  get isLoading(): boolean {
    return this.waiting.size > 0;
  }

  /** Runs the functions that have been called meanwhile. @returns the cells that are to ask again */
  answer(): CellAddress[] {
    const due = [...this.waiting.values()];
    this.waiting.clear();
    for (const { name, args } of due) this.keep(name, args, this.execute(name, args));
    return due.flatMap(({ cells }) => [...cells.values()]);
  }

  private remembered(name: string, args: Argument[], at: CellAddress): FunctionResult {
    const known = this.known(name, args);
    if (known) return known;
    if (this.isSlow) return this.wait(name, args, at);
    const result = this.execute(name, args);
    this.keep(name, args, result);
    return result;
  }

  private wait(name: string, args: Argument[], at: CellAddress): FunctionResult {
    const key = textOf(name, args);
    const waiting = this.waiting.get(key) ?? { name, args, cells: new Map<string, CellAddress>() };
    waiting.cells.set(keyOf(at), at);
    this.waiting.set(key, waiting);
    return { loading: true };
  }

  /** What the same call has answered. It is then the one that has been used last. */
  private known(name: string, args: Argument[]): FunctionResult | undefined {
    if (cellCount(args) <= SMALL) {
      const key = textOf(name, args);
      const result = this.small.get(key);
      if (result) this.keep(name, args, result);
      return result;
    }
    const index = this.large.findIndex((call) => call.name === name && sameArguments(call.args, args));
    const [known] = index >= 0 ? this.large.splice(index, 1) : [];
    if (known) this.large.unshift(known);
    return known?.result;
  }

  private keep(name: string, args: Argument[], result: FunctionResult): void {
    if (cellCount(args) > SMALL) {
      this.large.unshift({ name, args, result });
      this.large.length = Math.min(this.large.length, LARGE_CALLS);
      return;
    }
    const key = textOf(name, args);
    // Moved to the end: the first in the map is the one that has not been used for longest.
    this.small.delete(key);
    this.small.set(key, result);
    for (const oldest of this.small.keys()) {
      if (this.small.size <= SMALL_CALLS) break;
      this.small.delete(oldest);
    }
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

const textOf = (name: string, args: Argument[]): string =>
  JSON.stringify([name, args.map((arg) => (arg === undefined ? {} : arg))]);

function keyOf({ sheetId, row, column }: CellAddress): string {
  return `${sheetId}!${row},${column}`;
}

function cellCount(args: Argument[]): number {
  return args.reduce((sum: number, arg) => sum + (Array.isArray(arg) ? arg.length * (arg[0]?.length ?? 0) : 1), 0);
}
