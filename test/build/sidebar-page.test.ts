import { filled } from '../../src/build/sidebar-page';

/** Pages are made in a shell with named places: one that is not found must not pass in silence. */
describe('the shell of the pages', () => {
  const shell = '<title><!-- title --></title>\n  <!-- data --><script>\n/* script */\n</script>';
  const places = {
    '<!-- title -->': 'A',
    '<!-- data -->': '<p>$& $1</p>',
    '/* script */': 'f(); /* styles */ <!-- title -->',
  };

  it('is filled at once, whatever stands around its places and whatever is put there', () => {
    expect(filled(shell, places)).toBe(
      '<title>A</title>\n  <p>$& $1</p><script>\nf(); /* styles */ <!-- title -->\n</script>',
    );
  });

  it.each([
    ['not there', shell.replace('<!-- data -->', '<!--data-->')],
    ['there twice', `${shell}<!-- data -->`],
  ])('is refused where a place is %s', (_what, other) => {
    expect(() => filled(other, places)).toThrow('should hold once: <!-- data -->');
  });
});
