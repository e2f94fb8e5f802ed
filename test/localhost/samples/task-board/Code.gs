/** A sheet of tasks with rules, colours, links and a summary of all people's sheets. */

const HEADINGS = ['Task', 'Owner', 'Status', 'Due', 'Done'];
const STATES = ['Open', 'Running', 'Finished'];

function onOpen() {
  SpreadsheetApp.getActive().addMenu('Tasks', [
    { name: 'Set up', functionName: 'setUp' },
    null,
    { name: 'Sort', functionName: 'sortTasks' },
  ]);
}

function setUp() {
  const sheet = SpreadsheetApp.getActiveSheet().setName('Tasks');
  sheet
    .getRange(1, 1, 1, HEADINGS.length)
    .setValues([HEADINGS])
    .setFontWeight('bold')
    .setBackground('#eeeeee')
    .setBorder(null, null, true, null, null, null, '#000000', SpreadsheetApp.BorderStyle.SOLID_MEDIUM);
  sheet.setFrozenRows(1);
  const states = SpreadsheetApp.newDataValidation().requireValueInList(STATES, true).setAllowInvalid(false).build();
  sheet.getRange('C2:C50').setDataValidation(states);
  sheet.getRange('D2:D50').setNumberFormat('yyyy-mm-dd');
  sheet.getRange('E2:E50').insertCheckboxes();
  const late = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied('=AND($D2<>"",$D2<TODAY(),NOT($E2))')
    .setBackground('#f4cccc')
    .setRanges([sheet.getRange('A2:E50')])
    .build();
  sheet.setConditionalFormatRules([late]);
  const heading = sheet.getRange('A1').protect().setDescription('Headings').setWarningOnly(true);
  sheet.getRange('G1').setFormulaR1C1('=COUNTIF(R2C5:R50C5,TRUE)&" of "&COUNTA(R2C1:R50C1)');
  SpreadsheetApp.getActive().setNamedRange('Tasks', sheet.getRange('A1:E50'));
  return heading.getDescription();
}

function addTask(task, owner, due, link) {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Tasks');
  const row =
    sheet
      .getRange('A:A')
      .getValues()
      .findIndex(([name]) => name === '') + 1;
  sheet.getRange(row, 1, 1, 4).setValues([[task, owner, STATES[0], due]]);
  const text = SpreadsheetApp.newRichTextValue().setText(task).setLinkUrl(link).build();
  sheet.getRange(row, 1).setRichTextValue(text);
  return row;
}

function finish(task) {
  const cell = SpreadsheetApp.getActive()
    .getRangeByName('Tasks')
    .createTextFinder(task)
    .matchEntireCell(true)
    .findNext();
  cell.offset(0, 4).check();
  cell.offset(0, 2).setValue(STATES[2]);
}

function sortTasks() {
  SpreadsheetApp.getActive()
    .getSheetByName('Tasks')
    .getRange('A2:E50')
    .sort([{ column: 5, ascending: true }, 4]);
}

function report() {
  const rows = SpreadsheetApp.getActive()
    .getRangeByName('Tasks')
    .getDisplayValues()
    .filter(([task]) => task);
  return Utilities.formatString('%s tasks\n%s', rows.length - 1, rows.map((row) => row.join('\t')).join('\n'));
}
