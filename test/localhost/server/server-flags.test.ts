import { parseStartFlags } from '../../../src/localhost/flags';

const defaults = { file: 'pantry.ledger', title: 'Pantry' };

describe('the flags of the start command', () => {
  const said: string[] = [];

  beforeEach(() => {
    said.length = 0;
    const listen = (...words: unknown[]) => void said.push(words.join(' '));
    jest.spyOn(console, 'log').mockImplementation(listen);
    jest.spyOn(console, 'error').mockImplementation(listen);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = 0;
  });

  it('answers the defaults', () => {
    expect(parseStartFlags([], defaults)).toEqual({ file: 'pantry.ledger', title: 'Pantry', open: true });
  });

  it('reads every flag', () => {
    const args = ['--port', '9000', '--file=other.ledger', '--project', 'out', '--title', 'Other', '--no-open'];
    expect(parseStartFlags(args, defaults)).toEqual({
      port: 9000,
      file: 'other.ledger',
      project: 'out',
      title: 'Other',
      open: false,
    });
  });

  it('knows an add-on from a script of the workbook', () => {
    expect(parseStartFlags(['--add-on'], defaults)).toEqual({
      ...{ file: 'pantry.ledger', title: 'Pantry', open: true },
      installed: 'add-on',
    });
  });

  it('takes a locale that there is, and no other', () => {
    expect(parseStartFlags(['--locale', 'de_DE'], defaults)).toMatchObject({ locale: 'de_DE' });
    expect(parseStartFlags(['--locale', 'german'], defaults)).toBeUndefined();
    expect(said.join('\n')).toContain('--locale german');
  });

  it('prints the help and starts nothing', () => {
    expect(parseStartFlags(['--help'], defaults)).toBeUndefined();
    expect(said.join('\n')).toContain('--no-open');
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('reads the flags that the caller adds, and lists them', () => {
    const own = { ...defaults, switches: { empty: 'no jars' } };
    expect(parseStartFlags(['--empty'], own)).toMatchObject({ empty: true, file: 'pantry.ledger' });
    expect(parseStartFlags([], own)).toMatchObject({ empty: false });
    parseStartFlags(['--help'], own);
    expect(said.join('\n')).toMatch(/--empty +no jars/);
    expect(parseStartFlags(['--empty'], defaults)).toBeUndefined();
  });

  it.each([
    [['--port', 'abc'], '--port abc: a port is a whole number from 1 to 65535 (0 takes any free one).'],
    [['--port', '70000'], '--port 70000: a port is a whole number from 1 to 65535 (0 takes any free one).'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['extra'], 'Unexpected argument'],
  ])('says what is wrong with %j', (args, message) => {
    expect(parseStartFlags(args, defaults)).toBeUndefined();
    expect(said[0]).toContain(message);
    expect(process.exitCode).toBe(1);
  });
});
