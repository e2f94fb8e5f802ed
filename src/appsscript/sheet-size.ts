type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A fresh sheet has 1,000 rows and 26 columns: takes away what is not needed, if asked to, and adds what is missing. */
export function makeRoom(sheet: Sheet, rows: number, columns: number, exactly: boolean): void {
  const all = sheet.getRange('A:A').getNumRows();
  if (exactly && all > rows) sheet.deleteRows(rows + 1, all - rows);
  if (all < rows) sheet.insertRowsAfter(all, rows - all);
  const wide = sheet.getRange('1:1').getNumColumns();
  if (exactly && wide > columns) sheet.deleteColumns(columns + 1, wide - columns);
  if (wide < columns) sheet.insertColumnsAfter(wide, columns - wide);
}

/** Column widths in pixels from a 1-based column on; one write for neighbours of equal width. */
export function setWidths(sheet: Sheet, first: number, widths: readonly number[]): void {
  widths.forEach((width, index) => {
    if (width === widths[index - 1]) return;
    const next = widths.findIndex((other, at) => at > index && other !== width);
    sheet.setColumnWidths(first + index, (next < 0 ? widths.length : next) - index, width);
  });
}
