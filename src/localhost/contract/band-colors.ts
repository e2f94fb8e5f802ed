import type { Area } from './engine';

/** The colours of a banding; null leaves cells as they are. */
export interface BandColors {
  headerRow: string | null;
  firstRow: string | null;
  secondRow: string | null;
  footerRow: string | null;
  headerColumn: string | null;
  firstColumn: string | null;
  secondColumn: string | null;
  footerColumn: string | null;
}

/** A banding as pages draw it. */
export interface DrawnBanding {
  sheetId: string;
  area: Area;
  colors: BandColors;
}

export const NO_COLORS: BandColors = {
  headerRow: null,
  firstRow: null,
  secondRow: null,
  footerRow: null,
  headerColumn: null,
  firstColumn: null,
  secondColumn: null,
  footerColumn: null,
};

/** The colour of a cell within a banding; headers and footers come before bands, and rows before columns. */
export function bandColorAt(
  { area, colors }: Pick<DrawnBanding, 'area' | 'colors'>,
  row: number,
  column: number,
): string | null {
  const down = lineAt(row - area.row, area.rows, colors.headerRow, colors.firstRow, colors.secondRow, colors.footerRow);
  const along = lineAt(
    column - area.column,
    area.columns,
    colors.headerColumn,
    colors.firstColumn,
    colors.secondColumn,
    colors.footerColumn,
  );
  return down.edge ?? along.edge ?? down.band ?? along.band;
}

function lineAt(
  index: number,
  count: number,
  header: string | null,
  first: string | null,
  second: string | null,
  footer: string | null,
): { edge: string | null; band: string | null } {
  if (header !== null && index === 0) return { edge: header, band: null };
  if (footer !== null && index === count - 1) return { edge: footer, band: null };
  return { edge: null, band: (index - (header === null ? 0 : 1)) % 2 === 0 ? first : second };
}
