import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { joined } from '../../src/localhost/services/base/joined';

const HOST = resolve('src/localhost');

/** The rooms of the local host, from the ground up: each may import from itself and from those before it. */
const ROOMS = [
  'contract',
  'notation',
  'clock',
  'bundles',
  'html',
  'project',
  'engine',
  'workbook',
  'access',
  'stores',
  'file',
  'services/base',
  'services/html',
  'services/script',
  'services/rules',
  'services/charts',
  'services/range',
  'services/sheet',
  'services/spreadsheet',
  'services',
  'exports',
  'script',
  'neighbours',
  'triggers',
  'pages',
  'page',
  'server',
  '.',
];

const files = readdirSync(HOST, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('node_modules'),
);

/** What each file imports, types included: files of the host by their path, packages by their name. */
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const text = readFileSync(join(HOST, file), 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith('.')) return fileName;
    const target = relative(HOST, resolve(HOST, dirname(file), fileName));
    return files.includes(`${target}.ts`) ? `${target}.ts` : target;
  });
}

const roomOf = (file: string): string => {
  const [room = '.', sub = ''] = dirname(file).split('/');
  return room === 'services' && sub ? `${room}/${sub}` : room;
};

const isOurs = (name: string): boolean => imports.has(name);

test('every file stands in a room, and the rooms import one way', () => {
  const upward = [...imports].flatMap(([file, names]) =>
    names
      .filter((name) => isOurs(name) && ROOMS.indexOf(roomOf(name)) > ROOMS.indexOf(roomOf(file)))
      .map((name) => `${file} -> ${name}`),
  );
  expect(files.map(roomOf).filter((room) => !ROOMS.includes(room))).toEqual([]);
  expect(upward).toEqual([]);
  expect(files.length).toBeGreaterThan(150);
});

test('no file imports itself by way of others', () => {
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (finished.has(file) || way.includes(file)) return;
    for (const name of imports.get(file)!.filter(isOurs)) visit(name, [...way, file]);
    finished.add(file);
  };
  files.forEach((file) => visit(file, []));
  expect(circles).toEqual([]);
});

test('the package names every package that it imports, and none that it does not', () => {
  const { dependencies } = JSON.parse(readFileSync(join(HOST, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const packages = [...imports.values()]
    .flat()
    .filter((name) => !isOurs(name) && !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0])
    .filter((name) => /^[@a-z]/.test(name));
  // React and RxJS are asked for by Univer.
  const asked = new Set([...packages, 'react', 'react-dom', 'rxjs']);
  expect(Object.keys(dependencies).sort()).toEqual([...asked].sort());
});

describe('a class joined of parts', () => {
  abstract class Base {
    constructor(readonly word: string) {}
  }
  abstract class Loud extends Base {
    shout(): string {
      return this.word.toUpperCase();
    }
  }
  abstract class Twice extends Base {
    twice(): string {
      return this.word + this.word;
    }
  }

  test('has the members of all of them', () => {
    class Whole extends joined(Base, Loud, Twice) {}
    const whole = new Whole('ab');
    expect([whole.shout(), whole.twice(), whole instanceof Base]).toEqual(['AB', 'abab', true]);
  });

  test('has no member twice', () => {
    abstract class Other extends Base {
      twice(): string {
        return '';
      }
    }
    expect(() => joined(Base, Twice, Other)).toThrow('Other has a second twice.');
  });
});
