import { TestSheet } from '../support/sheet';

/** What a lenient stand-in would hide about HTML files. More of it: templates.test.ts. */

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open('letters');
});

afterAll(() => book.close());

it('an HTML file is named by its pushed path without the suffix', () => {
  expect(book.script(`return HtmlService.createHtmlOutputFromFile('parts/Styles').getContent()`)).toContain('<style>');
  for (const name of ['Styles', 'parts/styles', '/parts/Styles', 'code']) {
    expect(() => book.script(`HtmlService.createHtmlOutputFromFile('${name}')`)).toThrow(
      `No HTML file named ${name} was found.`,
    );
  }
});

it('scriptlets are evaluated in templates, and only there', () => {
  expect(book.script(`return HtmlService.createTemplate('<?= 1 + 1 ?>').evaluate().getContent()`)).toBe('2');
  expect(book.script(`return HtmlService.createHtmlOutput('<?= 1 + 1 ?>').getContent()`)).toBe('<?= 1 + 1 ?>');
  expect(book.script(`return HtmlService.createHtmlOutputFromFile('parts/Styles').getContent()`)).toContain('<?=');
});

it('the end of a script and the beginning of a scriptlet within data stay data', () => {
  const data = '</script><? throw new Error(1) ?><!--';
  const page = book.script<string>(`return letter(${JSON.stringify(data)}, [])`);
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect(page).toContain('Dear &lt;/script&gt;&lt;? throw new Error(1) ?&gt;&lt;!--,');
  expect(page).toContain(`to = '\\x3c\\x2fscript\\x3e\\x3c? throw`);
});
