import type { AuthModeName } from '../access/authorization';
import type { ExecutionKind } from '../contract/host';

/** What is to be run, and for whom. */
export interface Start {
  functionName: string;
  kind: ExecutionKind;
  user: string;
  /** Where it is not what the kind usually has. */
  authMode?: AuthModeName;
}
