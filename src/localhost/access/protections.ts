import { randomUUID } from 'node:crypto';
import { overlap, within } from '../notation/areas';
import type { Area, Line } from '../contract/engine';
import type { StateValue } from '../contract/state';
import type { LocalState } from '../workbook/local-state';
import type { Placed } from '../workbook/moving-areas';
import type { People } from './people';

/** A protected range or sheet as the state keeps it; `holes` are a sheet's unprotected ranges. */
export interface StoredProtection extends Placed {
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  editors: string[];
  rangeName?: string;
}

/** What somebody is about to change on a sheet. */
export type Change =
  | { cells: readonly Area[] }
  /** New lines before the line of that number. */
  | { inserted: Line; before: number }
  /** The sheet's name, its frozen lines, its place … */
  | 'sheet'
  /** The sheet with all that is on it. */
  | 'everything';

/** Google's words, also shown in the page. */
export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const BEGINNING = 'protection/';

/** Providers of mail for anybody, whose addresses have no domain in common. */
const PUBLIC_MAIL = /@(gmail|googlemail)\.com$/i;

/** The protections of one workbook, and what they allow whom. */
export class Protections {
  constructor(
    private readonly state: LocalState,
    private readonly people: People,
  ) {}

  get(key: string): StoredProtection | undefined {
    return this.state.get(key) as unknown as StoredProtection | undefined;
  }

  /** Undefined removes it. */
  set(key: string, protection: StoredProtection | undefined): void {
    this.state.set(key, protection as unknown as StateValue | undefined);
  }

  add(protection: Placed & { rangeName?: string }): string {
    const key = BEGINNING + randomUUID();
    const editors = this.people.editors();
    this.set(key, { description: '', warningOnly: false, domainEdit: true, editors, ...protection });
    return key;
  }

  all(): [string, StoredProtection][] {
    return this.state
      .entries(BEGINNING)
      .map(([key, value]) => [key, value as unknown as StoredProtection] as [string, StoredProtection]);
  }

  /** Whether a protection lets somebody edit, as owner, as an editor of it, or as one of the owner's domain. */
  allows({ editors, domainEdit }: StoredProtection, user: string): boolean {
    if (this.people.isOwner(user) || editors.includes(user)) return true;
    const owner = this.people.owner() ?? '';
    const domain = owner.slice(owner.indexOf('@'));
    return domainEdit && domain !== '' && !PUBLIC_MAIL.test(owner) && user.endsWith(domain);
  }

  /** What stands against a change: a protection that refuses it, one that only warns, or nothing. */
  against(user: string, sheetId: string, change: Change): 'refused' | 'warned' | undefined {
    const met = this.all().filter(([, one]) => one.sheetId === sheetId && concerns(one, change));
    if (met.some(([, one]) => !one.warningOnly && !this.allows(one, user))) return 'refused';
    return met.some(([, one]) => one.warningOnly) ? 'warned' : undefined;
  }
}

function concerns({ area, holes = [] }: StoredProtection, change: Change): boolean {
  if (change === 'everything') return true;
  if (change === 'sheet') return !area;
  if ('inserted' in change) {
    if (!area) return true;
    const [first, count] = change.inserted === 'row' ? [area.row, area.rows] : [area.column, area.columns];
    return change.before > first && change.before < first + count;
  }
  if (area) return change.cells.some((cells) => overlap(cells, area));
  return !change.cells.every((cells) => holes.some((hole) => within(cells, hole)));
}
