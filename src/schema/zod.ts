/**
 * The parts of zod that the checks use, and no others: what is named here is what ships. It is loaded when a form is
 * used, never by a formula.
 */
export {
  NEVER,
  config,
  maxLength,
  nullable,
  object,
  pipe,
  record,
  regex,
  safeParse,
  string,
  transform,
} from 'zod/mini';
export type { ZodMiniType, infer } from 'zod/mini';
