import { REGISTERS } from '../registers';
import { PACKS } from '../registers/packs';
import { PAGES } from '../registers/pages';
import { isEntryRegister, tablesOf, type Register } from '../schema/register';
import type { Gap } from './filled';
import type { TabPlace } from './source';

/** Tables that are worked out for a document, and the page that shows them. */
const WORKED_OUT: Readonly<Record<string, string>> = { account: 'statement', accountLines: 'statement' };

interface Missing {
  what: string;
  table: string;
  /** Null: the sheet does not have it. */
  tab: TabPlace | null;
  row: number | null;
}

/** An empty place in words: in which tab it is filled in, and how. */
export function gapAt({ what, table, tab, row }: Missing): Gap {
  const register = REGISTERS.find((one) => tablesOf(one).some(({ id }) => id === table));
  const owner = register ?? PAGES.find(({ id }) => id === (WORKED_OUT[table] ?? table));
  const name = tab?.name ?? owner?.name ?? table;
  return {
    ...{ what, tab: name, tabId: tab?.id ?? null, row },
    how: tab ? howIn(register, table, row) : `This sheet has no page ${name} yet`,
    add: tab ? null : packOf(owner),
  };
}

function howIn(register: Register | undefined, table: string, row: number | null): string {
  if (!register) return 'It is computed: fill in what it is computed from';
  const { columns } = tablesOf(register).find(({ id }) => id === table)!;
  if (Object.values(columns).every(({ filled }) => filled !== 'by people')) return `${register.name}, in the menu`;
  const isMain = register.id === table && isEntryRegister(register);
  if (row !== null) return isMain ? `Row ${row}: Edit the selected row` : `Row ${row}: type it there`;
  return isMain ? `${register.form!.title}, in the menu` : 'Type it there';
}

function packOf(owner: Pick<Register, 'id' | 'name' | 'pack'> | undefined): Gap['add'] {
  const pack = owner?.pack;
  if (pack === undefined) return null;
  const named = [...PACKS, ...REGISTERS, ...PAGES].find(({ id }) => id === pack);
  return { id: pack, name: named?.name ?? owner!.name };
}
