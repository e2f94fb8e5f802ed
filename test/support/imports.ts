import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** What each file imports, types included: files of the folder by their path in it, everything else as it is named. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The imports of all files of a folder. */
export function importsIn(folder: string): Imports {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('node_modules'),
  );
  const importsOf = (file: string): string[] =>
    ts.preProcessFile(readFileSync(join(folder, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => {
      if (!fileName.startsWith('.')) return fileName;
      const target = relative(resolve(folder), resolve(folder, dirname(file), fileName));
      return files.find((known) => known === `${target}.ts` || known === `${target}.tsx`) ?? target;
    });
  return new Map(files.map((file) => [file, importsOf(file)]));
}

/**
 * What is against the order of rooms: files that stand in none, and imports from a room further up.
 * @param rooms the rooms of the folder, from the ground up: each may import from itself and from those before it
 */
export function againstOrder(imports: Imports, rooms: readonly string[], roomOf: (file: string) => string): string[] {
  const height = (file: string): number => rooms.indexOf(roomOf(file));
  const homeless = [...imports.keys()].filter((file) => height(file) < 0);
  const upward = [...imports].flatMap(([file, names]) =>
    names.filter((name) => imports.has(name) && height(name) > height(file)).map((name) => `${file} -> ${name}`),
  );
  return [...homeless, ...upward];
}

/** The ways on which a file imports itself through others. */
export function circlesIn(imports: Imports): string[] {
  const finished = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (finished.has(file) || way.includes(file)) return;
    for (const name of imports.get(file)!) if (imports.has(name)) visit(name, [...way, file]);
    finished.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}
