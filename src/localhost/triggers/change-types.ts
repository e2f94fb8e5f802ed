import type { Mutation } from '../contract/protocol';

/** `changeType` of Google's change event. */
export type ChangeType =
  | 'EDIT'
  | 'INSERT_ROW'
  | 'INSERT_COLUMN'
  | 'REMOVE_ROW'
  | 'REMOVE_COLUMN'
  | 'INSERT_GRID'
  | 'REMOVE_GRID'
  | 'FORMAT'
  | 'OTHER';

const BY_MUTATION: Readonly<Record<string, ChangeType>> = {
  'insert-row': 'INSERT_ROW',
  'insert-col': 'INSERT_COLUMN',
  'remove-rows': 'REMOVE_ROW',
  'remove-col': 'REMOVE_COLUMN',
  'insert-sheet': 'INSERT_GRID',
  'remove-sheet': 'REMOVE_GRID',
};

/** What kind of change one action of a person is. @param hasContent whether it changes what cells hold */
export function changeTypeOf(mutations: Mutation[], hasContent: boolean): ChangeType {
  for (const { id } of mutations) {
    const type = BY_MUTATION[id.replace('sheet.mutation.', '')];
    if (type) return type;
  }
  if (hasContent) return 'EDIT';
  return mutations.some(({ id }) => /set-range-values|numfmt|conditional/.test(id)) ? 'FORMAT' : 'OTHER';
}
