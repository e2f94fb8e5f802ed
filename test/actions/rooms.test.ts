import { dirname } from 'node:path';
import { againstOrder, circlesIn, importsIn } from '../support/imports';

/** The rooms of the actions, from the ground up: each may import from itself and from those before it. */
const ROOMS = [
  '.',
  'asking',
  'rows',
  'refreshing',
  'terms',
  'closing',
  'setting-up',
  'kept',
  'deals',
  'sharing',
  'documents',
  'export',
  'gallery',
  'import',
  'forms',
];

const imports = importsIn('src/actions');
const roomOf = (file: string): string => dirname(file).split('/')[0]!;

test('every action stands in a room, and the rooms import one way', () => {
  expect(againstOrder(imports, ROOMS, roomOf)).toEqual([]);
  expect(imports.size).toBeGreaterThan(80);
});

test('no action imports itself by way of others', () => {
  expect(circlesIn(imports)).toEqual([]);
});
