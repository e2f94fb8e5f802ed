import { type RunningLocalHost, startLocalHost } from '../../../src/localhost/main';
import { fixture } from '../support/sheet';

describe('the start of the local host', () => {
  const said: string[] = [];
  let running: RunningLocalHost | undefined;

  beforeEach(() => {
    said.length = 0;
    jest.spyOn(console, 'log').mockImplementation((text: string) => said.push(text));
  });

  afterEach(async () => {
    await running?.close();
    running = undefined;
    jest.restoreAllMocks();
  });

  const options = { project: fixture('basics'), file: null, title: 'Basics', open: false, port: 0 };
  const address = () => /http:\S+/.exec(said[0] ?? '')![0];

  it('shows the page while it still compiles, and says each step', async () => {
    let early = '';
    running = await startLocalHost({
      ...options,
      compile: {
        says: 'Compiling …',
        work: async () => {
          early = await (await fetch(address())).text();
        },
      },
      prepare: { says: 'Filling it …', work: (host) => void host.evaluate('SpreadsheetApp.getActiveSheet()') },
    });
    expect(early).toContain('<h1>Basics</h1>');
    expect(said.slice(0, 4)).toEqual([
      `Basics opens at ${running.address}`,
      'Compiling …',
      'Opening an empty workbook …',
      'Filling it …',
    ]);
    expect(said.at(-1)).toMatch(/^Basics runs in a spreadsheet on this machine \(ready after \d+\.\d s\):\n {2}owner/);
  });

  it('gives everything back when a step fails', async () => {
    const work = () => Promise.reject(new Error('Code.ts does not compile.'));
    await expect(startLocalHost({ ...options, compile: { says: 'Compiling …', work } })).rejects.toThrow(
      'Code.ts does not compile.',
    );
    await expect(fetch(address())).rejects.toThrow();
  });

  it('gives the workbook back when it cannot be prepared', async () => {
    const work = () => {
      throw new Error('The sample is not there.');
    };
    await expect(startLocalHost({ ...options, prepare: { says: 'Filling it …', work } })).rejects.toThrow(
      'The sample is not there.',
    );
    await expect(fetch(address())).rejects.toThrow();
  });
});
