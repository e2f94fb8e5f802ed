import fc from 'fast-check';
import { scriptJson } from '../../src/build/script-json';

describe('JSON inside a script element', () => {
  it('holds nothing that ends the element, starts a scriptlet or looks like a comment', () => {
    const text = scriptJson(['</script>', '<!-- a', '<? b ?>', '<?= c ?>', 'https://example.com', '/* d */']);
    expect(text).not.toMatch(/<|\?>|\/\/|\/\*/);
  });

  it('reads back as what it was, whatever it was', () => {
    const tricky = fc.string({
      unit: fc.constantFrom('<', '/', '*', '?', '>', '!', '-', '\\', '"', 'script', '\u2028'),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(tricky, fc.string())), (texts) => {
        const json = scriptJson(texts);
        expect(JSON.parse(json)).toEqual(texts);
        expect(json).not.toMatch(/<|\?>|\/\/|\/\*/);
      }),
    );
  });
});
