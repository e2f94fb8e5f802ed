import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COPIED = ['src', 'package.json', 'tsconfig.json', 'README.md', 'appsscript.json', '.prettierrc.json'];

/** The sources in a folder of their own, where they can be changed and built. */
export class ProjectCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'project-'));

  constructor() {
    for (const name of COPIED) cpSync(name, join(this.folder, name), { recursive: true, force: true });
    symlinkSync(resolve('node_modules'), join(this.folder, 'node_modules'));
  }

  /** What is pushed, once it is built. */
  get built(): string {
    return join(this.folder, 'dist');
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  remove(file: string): void {
    rmSync(join(this.folder, file));
  }

  /** What `npm run build` does. */
  build(): void {
    this.run('--import', 'tsx', 'src/build/command.ts');
  }

  /** Are its types right? What the compiler says otherwise is thrown. */
  check(): void {
    this.run('node_modules/typescript/bin/tsc', '-p', '.');
  }

  private run(...args: string[]): void {
    execFileSync(process.execPath, args, { cwd: this.folder, stdio: 'pipe' });
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The register that the page for contributors shows as its example, under another name. */
export function exampleRegister(name: string): string {
  const blocks = readFileSync('src/README.md', 'utf8').split(/```(?:ts)?\n/);
  const example = blocks.find((block) => block.includes('export const decisions = register'));
  const title = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  return example!.replaceAll('decision', name).replaceAll('Decision', title).replace("'D-'", `'${title}-'`);
}

/** Adds a register as that page says: its file, and its place in the list. */
export function addRegister(copy: ProjectCopy, name: string): void {
  copy.write(`src/registers/${name}s.ts`, exampleRegister(name));
  const list = copy.read('src/registers/index.ts');
  copy.write(
    'src/registers/index.ts',
    list
      .replace(/^import/m, `import { ${name}s } from './${name}s';\nimport`)
      .replace(/^ {2}settings,$/m, `  ${name}s,\n  settings,`),
  );
}

/** Takes it away again. */
export function removeRegister(copy: ProjectCopy, name: string): void {
  copy.remove(`src/registers/${name}s.ts`);
  const list = copy.read('src/registers/index.ts');
  copy.write(
    'src/registers/index.ts',
    list.replace(`import { ${name}s } from './${name}s';\n`, '').replace(`  ${name}s,\n`, ''),
  );
}
