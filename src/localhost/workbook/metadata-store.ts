import type { CustomData, Line } from '../contract/engine';
import type { StateValue } from '../contract/state';
import type { Workbook } from './workbook';

export type MetadataPlace =
  | { type: 'SPREADSHEET' }
  | { type: 'SHEET'; sheetId: string }
  | { type: 'ROW' | 'COLUMN'; sheetId: string; index: number };

export interface MetadataItem {
  id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
}

export interface PlacedMetadata extends MetadataItem {
  place: MetadataPlace;
}

const STATE_KEY = 'metadata';
const NEXT_ID = 'metadata-next';

/**
 * Developer metadata. What belongs to a sheet, a row or a column is kept there by the engine, so that it moves with it,
 * is copied with it and goes with it.
 */
export class MetadataStore {
  constructor(private readonly workbook: Workbook) {}

  all(): PlacedMetadata[] {
    const engine = this.workbook.engine;
    const found = this.itemsAt({ type: 'SPREADSHEET' });
    for (const { id: sheetId } of engine.sheets()) {
      found.push(...this.itemsAt({ type: 'SHEET', sheetId }));
      for (const line of ['row', 'column'] as const) {
        for (const [index] of engine.lineCustomData(sheetId, line))
          found.push(...this.itemsAt(lineAt(line, sheetId, index)));
      }
    }
    return found;
  }

  find(id: number): PlacedMetadata | undefined {
    return this.all().find((item) => item.id === id);
  }

  add(place: MetadataPlace, key: string, value: string | null, visibility: MetadataItem['visibility']): PlacedMetadata {
    const item = { id: this.nextId(), key, value, visibility };
    this.store(place, [...this.itemsAt(place), item]);
    return { ...item, place };
  }

  /** Undefined removes the item. */
  change(id: number, changed: Partial<MetadataItem> | undefined): void {
    const found = this.find(id);
    if (!found) return;
    const items = this.itemsAt(found.place).filter((item) => item.id !== id);
    if (changed) items.push({ ...found, ...changed });
    this.store(found.place, items);
  }

  /**
   * A copied sheet carries copies of its source's metadata, under ids of their own. The engine copies what belongs to
   * rows and columns; a page does not know what belongs to the sheet.
   */
  adopt(sheetId: string, sourceId: string): void {
    const engine = this.workbook.engine;
    const inherited = engine.sheetCustomData(sourceId);
    if (inherited && !engine.sheetCustomData(sheetId)) engine.setSheetCustomData(sheetId, inherited);
    const copies = this.all().filter((item) => item.place.type !== 'SPREADSHEET' && item.place.sheetId === sheetId);
    for (const place of new Set(copies.map((item) => JSON.stringify(item.place)))) {
      const at = JSON.parse(place) as MetadataPlace;
      this.store(
        at,
        this.itemsAt(at).map((item) => ({ ...item, id: this.nextId() })),
      );
    }
  }

  private itemsAt(place: MetadataPlace): PlacedMetadata[] {
    const items = place.type === 'SPREADSHEET' ? this.workbook.state.get(STATE_KEY) : this.customAt(place)?.metadata;
    return ((items ?? []) as unknown as MetadataItem[]).map((item) => ({ ...item, place }));
  }

  private customAt(place: Exclude<MetadataPlace, { type: 'SPREADSHEET' }>): CustomData | undefined {
    const engine = this.workbook.engine;
    if (place.type === 'SHEET') return engine.sheetCustomData(place.sheetId);
    return engine.lineCustomData(place.sheetId, lineOf(place.type)).find(([index]) => index === place.index)?.[1];
  }

  private store(place: MetadataPlace, items: MetadataItem[]): void {
    const metadata = items.map(({ id, key, value, visibility }) => ({ id, key, value, visibility }));
    if (place.type === 'SPREADSHEET') {
      this.workbook.state.set(STATE_KEY, metadata as unknown as StateValue);
      return;
    }
    const custom = { ...this.customAt(place), metadata };
    if (place.type === 'SHEET') this.workbook.engine.setSheetCustomData(place.sheetId, custom);
    else {
      const isRow = place.type === 'ROW';
      this.workbook.execute(isRow ? 'sheet.mutation.set-row-data' : 'sheet.mutation.set-col-data', {
        subUnitId: place.sheetId,
        [isRow ? 'rowData' : 'columnData']: { [place.index]: { custom } },
      });
    }
  }

  private nextId(): number {
    const id = ((this.workbook.state.get(NEXT_ID) as number | undefined) ?? 1) + 1;
    this.workbook.state.set(NEXT_ID, id);
    return id;
  }
}

function lineAt(line: Line, sheetId: string, index: number): MetadataPlace {
  return { type: line === 'row' ? 'ROW' : 'COLUMN', sheetId, index };
}

function lineOf(type: 'ROW' | 'COLUMN'): Line {
  return type === 'ROW' ? 'row' : 'column';
}
