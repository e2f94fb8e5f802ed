import type { Area } from '../contract/engine';
import type { StateValue } from '../contract/state';
import type { Workbook } from './workbook';

/** What is kept in the state for cells of a sheet; without an area it belongs to the whole sheet. */
export interface Placed {
  sheetId: string;
  area?: Area;
  /** Areas within it, such as those that a protection leaves free. */
  holes?: Area[];
}

/** Keys of the state whose values are `Placed`; what belongs to a sheet that is gone stays, for its removal may be undone. */
const PLACED = ['protection/', 'banding/', 'group/'];

const MOVING = /^sheet\.mutation\.(insert-row|insert-col|remove-rows|remove-col|move-rows|move-columns)$/;

/** Lets what the state keeps for cells follow when rows or columns move; call it for each mutation. */
export function followMoves({ state, engine }: Workbook, mutation: { id: string; params: unknown }): void {
  if (!MOVING.test(mutation.id)) return;
  for (const [key, value] of PLACED.flatMap((beginning) => state.entries(beginning))) {
    const placed = value as unknown as Placed;
    const { sheetId } = placed;
    const moved = (area: Area): Area | undefined => engine.areaAfter(mutation, { sheetId, area })?.area;
    const area = placed.area && moved(placed.area);
    const holes = placed.holes?.flatMap((hole) => moved(hole) ?? []);
    const after = placed.area && !area ? undefined : { ...placed, ...(area && { area }), ...(holes && { holes }) };
    if (JSON.stringify(after) !== JSON.stringify(placed)) state.set(key, after as unknown as StateValue | undefined);
  }
}
