/** What a call of a service costs at Google's, for the counts of an execution. */
export type CallKind = 'read' | 'write' | 'other' | 'handle';

/** An error that a script sees as Google's: `Exception: <message>`. */
export class ServiceError extends Error {
  override name = 'Exception';
}
