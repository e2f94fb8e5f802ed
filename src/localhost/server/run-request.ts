import { isTooDeep } from './nesting';
import type { RunRequest } from '../contract/protocol';

/** The caller's mistake, told in a sentence. */
export class BadRequest extends Error {
  override name = 'BadRequest';
  readonly status = 400;
}

/** Reads the body of `POST /run`. Throws a `BadRequest` when it is none. */
export function readRunRequest(body: unknown): RunRequest {
  if (typeof body !== 'object' || body === null) throw new BadRequest('The body must be a JSON object.');
  const { functionName, args, user } = body as Record<string, unknown>;
  if (typeof functionName !== 'string' || functionName === '') throw new BadRequest('functionName must be a name.');
  if (!Array.isArray(args)) throw new BadRequest('args must be an array.');
  if (isTooDeep(args)) throw new BadRequest('args are nested too deeply.');
  if (typeof user !== 'string')
    throw new BadRequest('user must be a text, empty for a person without a visible e-mail.');
  return { functionName, args, user };
}
