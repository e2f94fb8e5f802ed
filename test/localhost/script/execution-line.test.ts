import { executionLine, isWorthALine } from '../../../src/localhost/script/execution-line';
import type { ExecutionRecord } from '../../../src/localhost/contract/host';

const record: ExecutionRecord = {
  functionName: 'submitForm',
  kind: 'Add-on',
  user: 'owner@example.com',
  started: new Date(2026, 2, 31, 12, 5, 9).getTime(),
  milliseconds: 83.6,
  calls: { reads: 3, writes: 1, turns: 1, other: 4, handles: 9 },
  status: 'Completed',
};

describe('the line about an execution', () => {
  it('tells what ran, for whom, how it ended and what it cost', () => {
    expect(executionLine(record)).toBe(
      '12:05:09 Add-on submitForm by owner@example.com: Completed in 84 ms (3 reads, 1 write)',
    );
  });

  it('tells the error and its line', () => {
    const failed: ExecutionRecord = {
      ...record,
      kind: 'Simple trigger',
      functionName: 'onEdit',
      user: '',
      calls: { ...record.calls, reads: 0, writes: 0 },
      status: 'Failed',
      error: 'no such tab',
      line: 12,
    };
    expect(executionLine(failed)).toBe('12:05:09 Simple trigger onEdit: Failed in 84 ms: no such tab (line 12)');
    const { line: _unknown, ...without } = failed;
    expect(executionLine({ ...without, status: 'Timed out', error: 'Exceeded maximum execution time' })).toMatch(
      /: Timed out in 84 ms: Exceeded maximum execution time$/,
    );
  });

  it('is left out for cells that calculate as they should', () => {
    expect(isWorthALine(record)).toBe(true);
    expect(isWorthALine({ ...record, kind: 'Custom function' })).toBe(false);
    expect(isWorthALine({ ...record, kind: 'Custom function', status: 'Failed' })).toBe(true);
  });
});
