import type { ExecutionRecord } from '../contract/host';
import type { CallGuard } from './call-guard';
import type { ScriptFailure } from './execution';
import type { Start } from './start';

/** Executions remembered for whoever asks. */
const REMEMBERED = 1000;

/** What came of an execution. */
export interface Outcome {
  failure: ScriptFailure | undefined;
  log: string[];
}

/** What executions did: the list that Google shows under *Executions*. */
export class ExecutionRecords {
  /** The last ones, newest last. */
  readonly all: ExecutionRecord[] = [];

  /** @param onExecution is told of each one */
  constructor(private readonly onExecution: ((record: ExecutionRecord) => void) | undefined) {}

  add(
    { functionName, kind, user }: Start,
    time: Pick<ExecutionRecord, 'started' | 'milliseconds'>,
    { counts, isKilled }: Pick<CallGuard, 'counts' | 'isKilled'>,
    { failure, log }: Outcome,
  ): void {
    const record: ExecutionRecord = {
      functionName,
      kind,
      user,
      ...time,
      calls: counts,
      status: isKilled ? 'Timed out' : failure ? 'Failed' : 'Completed',
      ...(failure && { error: failure.message }),
      ...(failure?.line !== undefined && { line: failure.line }),
      ...(log.length > 0 && { log }),
    };
    this.all.push(record);
    if (this.all.length > REMEMBERED) this.all.shift();
    this.onExecution?.(record);
  }
}
