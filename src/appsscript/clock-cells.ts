import type { Cell } from '../schema/column';

const DAY = 86_400_000;
/** Lengths of time are kept as moments from here on; a day earlier, because zones were odd then. */
const FIRST = Date.UTC(1899, 11, 29);
/** A day that somebody means is later. */
const LAST = Date.UTC(1901, 0, 1);

const isClock = (cell: Cell): cell is Date => cell instanceof Date && cell.getTime() >= FIRST && cell.getTime() < LAST;

/**
 * Cells that hold a length of time as people type it, `30:15:00`: a sheet hands them over as a moment of 1899 or 1900 in
 * its own time zone, whose offset was another one then. The zone is asked for where there is such a cell.
 */
export function clocksAsText(cells: Cell[][], zoneOf: () => string): Cell[][] {
  if (!cells.some((row) => row.some(isClock))) return cells;
  const zone = zoneOf();
  return cells.map((row) => row.map((cell) => (isClock(cell) ? clockText(cell, zone) : cell)));
}

function clockText(moment: Date, zone: string): string {
  const [day = '', hours, minutes, seconds] = Utilities.formatDate(moment, zone, 'yyyy-MM-dd HH mm ss').split(' ');
  const days = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY;
  return `${days * 24 + Number(hours)}:${minutes}:${seconds}`;
}
