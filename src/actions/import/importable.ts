import { ENTRY_REGISTERS } from '../../registers';
import type { EntryRegister } from '../../schema/register';
import type { Columns } from '../../schema/table';
import { NotReady } from '../workbook';

/** A register that keeps where imported rows came from. */
export type Importable = EntryRegister & { columns: Columns & Record<'sourceKey' | 'importId' | 'rowDigest', unknown> };

const isImportable = (register: EntryRegister): register is Importable =>
  'sourceKey' in register.columns && 'importId' in register.columns && 'rowDigest' in register.columns;

export const IMPORTABLE: readonly Importable[] = ENTRY_REGISTERS.filter(isImportable);

/** @throws NotReady for one that takes no imports */
export function importable(registerId: string): Importable {
  const register = IMPORTABLE.find(({ id }) => id === registerId);
  if (!register) throw new NotReady('This table cannot be imported yet: its register is not part of this version.');
  return register;
}
