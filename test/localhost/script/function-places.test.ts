import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHost } from '../../../src/localhost/host';
import { temporaryFolder } from '../support/sheet';

/** Where a script may have the functions that cells call. */
const CODE = `function ONE(){ return 1 }; function TWO(){ return 2 }
  function THREE() { return inner(); function inner() { return 3 } }
const FOUR = () => 4;
const FIVE = (x, y = 5) => y, other = 1;
let SIX = x => 6;
var SEVEN = function () { return 7; };
var EIGHT = async_ => 8;
/* function NINE() { return 9; } */
const text = 'function TEN() { return 10; }';
(function () { function ELEVEN() { return 11; } })();
const TWELVE_ = () => 12;
function doubled(x) { return x * 2 } /** @customfunction */ function ÉTÉ() { return 13; }
`;

it.each([
  ['=ONE()', 1],
  ['=TWO()', 2],
  ['=THREE()', 3],
  ['=FOUR()', 4],
  ['=FIVE(1)', 5],
  ['=SIX(1)', 6],
  ['=SEVEN()', 7],
  ['=EIGHT(1)', 8],
  ['=DOUBLED(4)', 8],
  ['=INNER()', '#NAME?'],
  ['=NINE()', '#NAME?'],
  ['=TEN()', '#NAME?'],
  ['=ELEVEN()', '#NAME?'],
  ['=TWELVE_()', '#NAME?'],
])('cells call any function of the top level: %s', async (formula, expected) => {
  const folder = temporaryFolder();
  const project = join(folder.path, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'Code.js'), CODE);
  writeFileSync(join(project, 'appsscript.json'), '{"timeZone":"UTC"}');
  const host = await openHost({ project, file: null, title: 'Places' });
  expect(
    host.evaluate(`const sheet = SpreadsheetApp.getActiveSheet(); sheet.getRange('A1').setFormula('${formula}');
      return sheet.getRange('A1').getValue();`),
  ).toBe(expected);
  host.close();
  folder.remove();
});
