import type { FromPage, Mutation } from '../contract/protocol';
import { isTooDeep } from './nesting';

/** A page has sent what no page of ours sends. The message is a sentence. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** Reads a message of a page. @throws Unreadable when it is none */
export function readPageMessage(text: string): FromPage {
  const message = parse(text);
  if (!isRecord(message)) throw new Unreadable('A message must be a JSON object.');
  if (isTooDeep(message)) throw new Unreadable('A message is nested too deeply.');
  const known = READERS[message.type as FromPage['type']];
  if (!Object.hasOwn(READERS, String(message.type)) || !known) throw new Unreadable('A message has no known type.');
  if (!known(message)) throw new Unreadable(`A message of the type ${String(message.type)} is not complete.`);
  return message as unknown as FromPage;
}

type Fields = Record<string, unknown>;

/** Whether a message of each type has what belongs to it. */
const READERS: Record<FromPage['type'], (message: Fields) => boolean> = {
  edit: ({ edit, base, mutations }) =>
    isCount(edit) && isCount(base) && Array.isArray(mutations) && mutations.every(isMutation),
  selection: ({ sheetId, a1, others = [] }) =>
    [sheetId, a1, ...(Array.isArray(others) ? (others as unknown[]) : [others])].every(
      (text) => typeof text === 'string',
    ) && Array.isArray(others),
  answer: ({ id, button, text }) => [id, button, text].every((one) => typeof one === 'string'),
  allowImport: ({ id }) => typeof id === 'string',
  refresh: () => true,
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Unreadable('A message is no JSON.', { cause });
  }
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isMutation = (value: unknown): value is Mutation =>
  isRecord(value) && typeof value.id === 'string' && isRecord(value.params);
