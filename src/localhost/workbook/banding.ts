import { randomUUID } from 'node:crypto';
import { overlap } from '../notation/areas';
import { type BandColors, NO_COLORS } from '../contract/band-colors';
import type { Area } from '../contract/engine';
import type { StateValue } from '../contract/state';
import type { Placed } from './moving-areas';
import type { Workbook } from './workbook';

/** Alternating colours of a range. */
export interface StoredBanding extends Placed {
  area: Area;
  colors: BandColors;
}

const BEGINNING = 'banding/';

/** The bandings of the workbook; they move with their cells. */
export class Bandings {
  constructor(private readonly workbook: Workbook) {}

  /** Those of sheets that are there, by their keys. */
  all(): [key: string, banding: StoredBanding][] {
    const sheets = new Set(this.workbook.sheets().map(({ id }) => id));
    return this.workbook.state
      .entries(BEGINNING)
      .map(([key, value]) => [key, value as unknown as StoredBanding] as [string, StoredBanding])
      .filter(([, { sheetId }]) => sheets.has(sheetId));
  }

  ofSheet(sheetId: string): [key: string, banding: StoredBanding][] {
    return this.all().filter(([, banding]) => banding.sheetId === sheetId);
  }

  at(sheetId: string, area: Area): [key: string, banding: StoredBanding][] {
    return this.ofSheet(sheetId).filter(([, banding]) => overlap(banding.area, area));
  }

  get(key: string): StoredBanding | undefined {
    return this.all().find(([known]) => known === key)?.[1];
  }

  add(sheetId: string, area: Area, colors: Partial<BandColors>): string {
    const key = BEGINNING + randomUUID();
    this.set(key, { sheetId, area, colors: { ...NO_COLORS, ...colors } });
    return key;
  }

  /** Undefined removes it. */
  set(key: string, banding: StoredBanding | undefined): void {
    this.workbook.state.set(key, banding as unknown as StateValue | undefined);
  }

  /** Gives a copied sheet its source's bandings. */
  adopt(sheetId: string, sourceId: string): void {
    if (this.ofSheet(sheetId).length > 0) return;
    for (const [, { area, colors }] of this.ofSheet(sourceId)) this.add(sheetId, area, colors);
  }
}
