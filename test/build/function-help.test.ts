import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { functionHelp, layOutExample } from '../../src/build/function-help';
import { CATALOGUE, DEFINITIONS } from '../../src/functions/catalogue';
import { PROJECT } from '../support/project';

const KILOBYTE = 1024;

describe('a worked example, laid out in a sheet', () => {
  it('has its formula to the right of its data, in the row of the first range', () => {
    expect(
      layOutExample({
        title: 'Refund',
        cells: { A2: [[10], [null]], B1: [[70, 30]] },
        formula: '=REVSHARE(A2:A4, B1:C1)',
        answer: [[7, 3], [null, null], [-7, -3]], // prettier-ignore
      }),
    ).toEqual({
      title: 'Refund',
      cells: [
        [null, 70, 30],
        [10, null, null],
        [null, null, null],
      ],
      given: ['A2:A4', 'B1:C1'],
      at: [1, 3],
      size: [4, 5],
      answer: [[7, 3], [null, null], [-7, -3]], // prettier-ignore
    });
  });

  it('takes up room for ranges that are larger than its data, and for an answer of one cell', () => {
    const example = { title: '', cells: { A1: [[1]] }, formula: '=F(A1:A9, "a,b", , 70%, C2)', answer: 'yes' };
    expect(layOutExample(example)).toMatchObject({
      given: ['A1:A9', '"a,b"', '', '70%', 'C2'],
      at: [0, 3],
      size: [9, 4],
      answer: [['yes']],
    });
  });

  it('stands at the top where it needs no cells, and keeps the message of an error', () => {
    expect(layOutExample({ title: '', cells: {}, formula: '=F(1)', error: 'F: no' })).toEqual({
      title: '',
      cells: [],
      given: ['1'],
      at: [0, 0],
      size: [1, 1],
      error: 'F: no',
    });
  });

  it('is one call, because its parts are shown and moved one by one', () => {
    expect(() => layOutExample({ title: '', cells: {}, formula: '=1+F(1)', answer: 1 })).toThrow('=1+F(1)');
  });
});

describe('the page of functions', () => {
  const page = readFileSync(join(PROJECT, 'functions.html'), 'utf8');
  const data = /<script id="functions" type="application\/json">([^]*?)<\/script>/.exec(page)![1]!;

  it('holds the help of every function as it is defined', () => {
    const help = JSON.parse(data) as ReturnType<typeof functionHelp>;
    expect(help).toEqual(JSON.parse(JSON.stringify(functionHelp())));
    expect(help.map(({ name }) => name)).toEqual(DEFINITIONS.map(({ name }) => name));
    for (const [i, { arguments: taken }] of help.entries()) {
      expect(taken.map(({ name }) => name)).toEqual(DEFINITIONS[i]!.arguments.map(({ name }) => name));
    }
  });

  it('is one file that asks for no other and holds no scriptlet', () => {
    expect(page).not.toMatch(/<\?|\?>|<link|src=|url\(|@import/);
    expect(page.match(/<\/script/g)).toHaveLength(2);
  });

  it('stays small: its own code, and all of it as browsers are sent it', () => {
    expect(Buffer.byteLength(page) - Buffer.byteLength(data)).toBeLessThanOrEqual(33 * KILOBYTE);
    expect(gzipSync(page).length).toBeLessThanOrEqual(60 * KILOBYTE);
  });

  it('adds nothing to the server script: help that is not plain data would stay in it', () => {
    const script = readFileSync(join(PROJECT, 'Code.js'), 'utf8');
    const texts = CATALOGUE.flatMap(([, functions]) => functions).flatMap(({ help }) => [
      help.returns,
      ...help.notes,
      ...help.examples.map(({ formula }) => formula),
    ]);
    expect(texts.filter((text) => script.includes(text))).toEqual([]);
  });
});
