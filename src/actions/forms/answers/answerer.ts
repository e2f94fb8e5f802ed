import { settings as settingsRegister } from '../../../registers/settings';
import type { Cell } from '../../../schema/column';
import type { Choice, Field } from '../../../schema/form';
import { sameText } from '../../../schema/same-text';
import { readSettings } from '../../settings';
import { sidesOf } from '../../sides';
import { NotReady, type Workbook } from '../../workbook';
import { choicesFrom } from '../../asking/choices';
import type { CellsOf } from '../../cells-of';

/** Who answers, and for which side. */
export interface Answerer {
  side: string;
  /** What the row keeps of it. */
  signature: string;
}

const SEPARATOR = ' · ';

/** Who may answer in this sheet, and for which sides. */
export class Answerers {
  /** The sides that the person is known to speak for; none where nobody knows them. */
  private readonly own: readonly string[];
  private readonly all: readonly Choice[];

  /**
   * @param settings the cells of the Settings tab
   * @throws NotReady where the sheet wants to know who answers, and does not
   */
  constructor(
    private readonly workbook: Workbook,
    settings: readonly (readonly Cell[])[],
    side: Field,
  ) {
    const cellsOf: CellsOf = (id) => (id === settingsRegister.id ? settings : []);
    this.own = sidesOf(workbook, cellsOf);
    this.all = choicesFrom(cellsOf)(side);
    if (this.own.length > 0 || readSettings(settings).knownOnly !== 'yes') return;
    throw new NotReady(
      `${workbook.user === '' ? 'Google does not show who you are' : `${workbook.user} stands beside no side in Settings`}, ` +
        'and this sheet lets only people answer whom it knows. Ask the other side to put your address into the column E-mail of Settings' +
        `${workbook.user === '' ? ', and open the sheet signed in with that account' : ''}.`,
    );
  }

  /** For whom the person may answer: whoever is known for their own side only. */
  get choices(): Choice[] {
    return this.own.length > 0 ? this.own.map((value) => ({ value })) : [...this.all];
  }

  /** The side that the form begins with: a person's own, else the one that was chosen before. */
  first(before: string | undefined): string {
    const { choices } = this;
    const known = choices.find(({ value }) => sameText(value, before ?? ''));
    return known?.value ?? this.own[0] ?? '';
  }

  /** Whoever is known answers for their own side, whatever was chosen. */
  of(chosen: string): Answerer {
    const { user } = this.workbook;
    const side = this.own.find((one) => sameText(one, chosen)) ?? this.own[0];
    if (side !== undefined) return { side, signature: [side, user].join(SEPARATOR) };
    const who = user === '' ? 'not identified' : `not identified: ${user}`;
    return { side: chosen, signature: [chosen, who].join(SEPARATOR) };
  }

  /** The side that a signature was given for. */
  sideOf(signature: string | null): string | null {
    if (signature === null) return null;
    const begins = this.all.filter(({ value }) => signature === value || signature.startsWith(value + SEPARATOR));
    return begins.map(({ value }) => value).sort((a, b) => b.length - a.length)[0] ?? signature.split(SEPARATOR)[0]!;
  }
}
