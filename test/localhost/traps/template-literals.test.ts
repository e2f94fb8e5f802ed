import { OWNER, TestSheet } from '../support/sheet';

/** Trap: HtmlService takes `//` and `/*` within template literals for comments. */

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterAll(() => book.close());

/** What reaches the frame of a sidebar, without the client of google.script.run. */
function served(html: string): string {
  let id = '';
  const session = book.host.connect({
    user: OWNER,
    send: (message) => {
      if (message.type === 'sidebar') id = message.contentId;
    },
  });
  book.script(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(${JSON.stringify(html)}));`);
  session.close();
  return book.host.content(id)!.replace(/^<script>[^]*?<\/script>/, '');
}

const script = (code: string): string => `<script>${code}</script>`;

it.each([
  ['an address', 'var ä = `https://example.com`;\nrun();', 'var ä = `https:\nrun();'],
  ['a comment', 'var a = `x /* y */ z`, b = 1;', 'var a = `x  z`, b = 1;'],
  ['a comment without an end', 'var a = `x/*`;', 'var a = `x'],
  ['the part behind a value', 'var a = `${one}//${two}`;\nrun(`/*`);', 'var a = `${one}\nrun(`'],
  ['a template within a template', 'var a = `${`//`}`;\nrun();', 'var a = `${`\nrun();'],
])('is cut out of the script: %s', (_what, code, expected) => {
  expect(served(script(code))).toBe(script(expected));
});

it.each([
  ['texts and comments', 'var a = "https://example.com"; // `a comment`\nvar b = `x`; /* here */'],
  ['expressions', 'var a = /`[/*]/.test(b) ? c / d : `x`;'],
  ['a script without template literals', 'var a = "//", b = 1 / 2 / 3;'],
])('stays as it is: %s', (_what, code) => {
  expect(served(script(code))).toBe(script(code));
});

it('data and texts of the page stay as they are', () => {
  const page = '<p>`https://example.com`</p><script type="application/json">{"a": "`//`"}</script>';
  expect(served(page)).toBe(page);
});
