/** Cleans up the selected cells of a sheet. */

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Tidy')
    .addItem('Delete empty rows', 'deleteEmptyRows')
    .addItem('Crop', 'crop')
    .addItem('Remove repeated rows', 'removeRepeatedRows')
    .addSeparator()
    .addItem('Fill down', 'fillDown')
    .addToUi();
}

function deleteEmptyRows() {
  const range = SpreadsheetApp.getActiveRange();
  const sheet = range.getSheet();
  const isEmpty = range.getValues().map((row) => row.every((value) => value === ''));
  for (let i = isEmpty.length - 1; i >= 0; i--) if (isEmpty[i]) sheet.deleteRow(range.getRow() + i);
  SpreadsheetApp.flush();
}

function crop() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const [rows, columns] = [sheet.getLastRow(), sheet.getLastColumn()];
  if (sheet.getMaxRows() > rows) sheet.deleteRows(rows + 1, sheet.getMaxRows() - rows);
  if (sheet.getMaxColumns() > columns) sheet.deleteColumns(columns + 1, sheet.getMaxColumns() - columns);
}

function removeRepeatedRows() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const seen = {};
  for (const row of sheet.getDataRange().getValues()) seen[row.join()] = seen[row.join()] || row;
  const rows = Object.values(seen);
  sheet.clearContents();
  sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
}

function fillDown() {
  const cell = SpreadsheetApp.getCurrentCell();
  const next = cell.getNextDataCell(SpreadsheetApp.Direction.DOWN);
  const rows = next.getRow() - cell.getRow();
  if (rows < 2) {
    SpreadsheetApp.getActive().toast('There is nothing to fill.');
    return;
  }
  cell.copyTo(cell.offset(1, 0, rows - 1, 1), { contentsOnly: true });
}
