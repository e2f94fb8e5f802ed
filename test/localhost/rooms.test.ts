import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { joined } from '../../src/localhost/services/base/joined';
import { againstOrder, circlesIn, importsIn } from '../support/imports';

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

const imports = importsIn(HOST);

const roomOf = (file: string): string => {
  const [room = '.', sub = ''] = dirname(file).split('/');
  return room === 'services' && sub ? `${room}/${sub}` : room;
};

test('every file stands in a room, and the rooms import one way', () => {
  expect(againstOrder(imports, ROOMS, roomOf)).toEqual([]);
  expect(imports.size).toBeGreaterThan(150);
});

test('no file imports itself by way of others', () => {
  expect(circlesIn(imports)).toEqual([]);
});

test('the package names every package that it imports, and none that it does not', () => {
  const { dependencies } = JSON.parse(readFileSync(join(HOST, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const packages = [...imports.values()]
    .flat()
    .filter((name) => !imports.has(name) && !name.startsWith('node:') && !builtinModules.includes(name))
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
