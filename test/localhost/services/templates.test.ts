import vm from 'node:vm';
import { OWNER, TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open('letters', null, { answer: () => ({ button: 'OK', text: '' }) });
});

afterAll(() => book.close());

/** What a template prints with a value as its variable `x`. */
const printed = (template: string, x: unknown): string =>
  book.script(`const template = HtmlService.createTemplate(${JSON.stringify(template)});
    template.x = ${JSON.stringify(x)}; return template.evaluate().getContent();`);

describe('a template', () => {
  it('runs its scriptlets with the variables it was given, and includes other files as they stand', () => {
    expect(book.script(`return letter('Ann', ['First', '2 < 3'])`)).toBe(
      [
        '<html>',
        "<style>p { color: <?= 'red' ?>; }</style>",
        '<p title="Ann">Dear Ann,</p>',
        '<p>First</p>',
        '<p>2 &lt; 3</p>',
        `<script>const to = 'Ann', text = "to Ann";</script>`,
        '</html>',
        '',
      ].join('\n'),
    );
  });

  it('is asked for its text, its code and its code with the lines it came from', () => {
    const about = book.script<
      string[]
    >(`const template = HtmlService.createTemplate('<b>\\n<? if (x) { ?>\\nit\\'s\\n<? } ?>');
      return [template.getRawContent(), template.getCode(), template.getCodeWithComments()];`);
    expect(about[0]).toBe("<b>\n<? if (x) { ?>\nit's\n<? } ?>");
    const [first, second, third] = about[1]!.split('\n');
    expect(first).toMatch(/^\(function\(\) \{ var output = HtmlService\.initTemplate\(\); .*'<b>\\n'/);
    expect(second).toContain('if (x) {');
    expect(third).toContain(`output._ = 'it\\'s\\n';`);
    expect(about[2]!.split('\n')[2]).toMatch(/ \/\/ it's$/);
    expect(() => new vm.Script(about[1]!)).not.toThrow();
  });

  it('keeps any value as a variable, and lets scriptlets have variables and functions of their own', () => {
    expect(
      book.script(`const template = HtmlService.createTemplate(
          '<? const x = 2; function twice(n) { return 2 * n; } ?><?= twice(x) ?>,<?= make().name ?>,<?= sheet.getName() ?>,<?= day.getTime() ?>');
        Object.assign(template, { x: 1, make: () => ({ name: 'made' }), sheet, day: new Date(5), 'not-a-name': 3, class: 4 });
        template.__proto__ = { day: 7 };
        return [template.evaluate().getContent(), template.x, template['not-a-name'], typeof template.evaluate, Object.keys(template).length];`),
    ).toEqual(['4,made,Sheet1,5', 1, 3, 'function', 7]);
  });

  it('may be evaluated again with other variables', () => {
    expect(
      book.script(`const template = HtmlService.createTemplate('<?= n ?>');
        return [1, 2].map((n) => { template.n = n; return template.evaluate().getContent(); });`),
    ).toEqual(['1', '2']);
  });

  it('prints what is no text as the text of it, and a semicolon or a comment does no harm', () => {
    expect(printed('<?= null ?>,<?= undefined ?>,<?= x; ?>,<?= x // of x ?>,<? // nothing ?><?!= [1, x] ?>', 2)).toBe(
      'null,undefined,2,2,1,2',
    );
  });

  it('drops the line break after a scriptlet, as Google’s does', () => {
    expect(printed('a\n<? x ?>\nb<?= x ?>\nc <?= x ?> \r\nd', 1)).toBe('a\nb1c 1 \r\nd');
  });

  it('becomes a page, also out of a page, also while a script waits for a person', async () => {
    expect(
      book.script(
        `return HtmlService.createHtmlOutput('<?= 1 + 1 ?>').asTemplate().evaluate().setWidth(300).getWidth()`,
      ),
    ).toBe(300);
    expect(await book.host.runForPerson('askFirst', ['Bob & Co'], OWNER)).toMatchObject({
      value: expect.stringContaining('Dear Bob &amp; Co,') as string,
    });
  });

  it('says which file is missing, and what is wrong with a scriptlet', () => {
    expect(() => book.script(`HtmlService.createTemplateFromFile('Styles')`)).toThrow(
      'No HTML file named Styles was found.',
    );
    expect(() => book.script('return broken()')).toThrow(/^Unexpected token '?;'? \(line 3, file "Broken"\)$/);
    expect(() => book.script('return lost()')).toThrow('nobody is not defined');
  });

  it('has no other members', () => {
    expect(() => book.script(`HtmlService.createTemplate('').getContent()`)).toThrow(
      'HtmlTemplate.getContent is not part of this local spreadsheet.',
    );
  });
});

describe('what a scriptlet prints', () => {
  const EVIL = `</script><img src=x onerror="alert('1')">\\`;

  it.each([
    ['text', '<p><?= x ?></p>', '<p>a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>', `a<b> & "c" 'd'`],
    ['an attribute', '<p title="<?= x ?>">', '<p title="&quot;&gt;&lt;b">', '"><b'],
    ['an attribute without quotes', '<p title=<?= x ?>>', '<p title=a&#32;onclick&#61;b>', 'a onclick=b'],
    ['an address', '<a href="<?= x ?>">', '<a href="about:invalid">', ' JavaScript:alert(1)'],
    ['an address', '<a href="<?= x ?>">', '<a href="https://a.b/c%20d?e=1&amp;f=%22">', 'https://a.b/c d?e=1&f="'],
    ['a part of an address', '<a href="/x?a=<?= x ?>">', '<a href="/x?a=b%26c%3Djavascript%3A">', 'b&c=javascript:'],
    ['a script', '<script>f(<?= x ?>)</script>', `<script>f('it\\x27s')</script>`, `it's`],
    ['a script, a number', '<script>f(<?= x ?>)</script>', `<script>f('5')</script>`, 5],
    ['a text in a script', `<script>f("<?= x ?>")</script>`, `<script>f("a\\x22\\x0ab")</script>`, 'a"\nb'],
    ['a template literal', '<script>f(`<?= x ?>`)</script>', '<script>f(`\\x24\\x7ba\\x7d\\x60`)</script>', '${a}`'],
    ['its substitution', '<script>f(`${<?= x ?>}`)</script>', "<script>f(`${'a'}`)</script>", 'a'],
    [
      'a script after a pattern',
      `<script>a = /"[/"]/; f(<?= x ?>)</script>`,
      `<script>a = /"[/"]/; f('y')</script>`,
      'y',
    ],
    ['a comment of a script', '<script>// <?= x ?> \nf(<?= x ?>)</script>', `<script>//  \nf('y')</script>`, 'y'],
    ['an event handler', `<b onclick="f('<?= x ?>')">`, `<b onclick="f('\\x27);g(\\x27')">`, `');g('`],
    ['a style', '<b style="color: <?= x ?>">', '<b style="color: ">', 'red; background: url(x)'],
    ['a style', '<style>b { color: <?= x ?> }</style>', '<style>b { color: #ff0000 }</style>', '#ff0000'],
    ['a comment', '<!-- <?= x ?> --><?= x ?>', '<!--  -->--&gt;', '-->'],
    ['a tag', '<option <?= x ?>>', '<option selected>', 'selected'],
    ['a tag', '<option <?= x ?>>', '<option >', 'onclick=alert(1)'],
    ['a text field', '<textarea><?= x ?></textarea>', '<textarea>&lt;/textarea&gt;</textarea>', '</textarea>'],
  ])('is made fit for %s', (_place, template, page, value) => {
    expect(printed(template, value)).toBe(page);
  });

  it('reads back in a script as it was', () => {
    const page = printed('<script>answer = [<?= x ?>, "<?= x ?>", `<?= x ?>`]</script>', EVIL);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    const answer = vm.runInNewContext(page.slice('<script>'.length, -'</script>'.length)) as unknown;
    expect([...(answer as string[])]).toEqual([EVIL, EVIL, EVIL]);
  });

  it('is what appendUntrusted appends', () => {
    expect(
      book.script(
        `return HtmlService.createHtmlOutput('<p>').append('<b title="').appendUntrusted('"<').append('">').getContent()`,
      ),
    ).toBe('<p><b title="&quot;&lt;">');
  });
});
