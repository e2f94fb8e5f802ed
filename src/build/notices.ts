import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { licenceText } from './licence-texts';

/** What is read of a package.json; each field may be absent. */
interface PackageJson {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
}

interface Notice {
  /** Name, version and licence. */
  title: string;
  text: string;
}

const licenceFile = /^(licen[cs]e|copying)/i;
/** The line of a licence that says whose the package is. */
const OWNER = /^copyright \(c\) .*$/gim;
const noticeFile = /^(notice|copyright|third-?party)/i;

/**
 * The third-party notices of a bundle: every package of which code went into it, with the text of its licence.
 * @param metafile of the build; its paths are relative to `folder`
 * @param folder the folder esbuild worked in
 * @returns a comment that starts with `/*!`, so that minifiers keep it, and that is safe inside a script element; empty
 *   when the bundle holds no package
 * @throws Error for a package with neither a licence file nor a licence whose text we have
 */
export async function noticesOf(metafile: Metafile, folder = process.cwd()): Promise<string> {
  const notices = await Promise.all(packagesIn(metafile).map((path) => noticeOf(join(folder, path))));
  if (notices.length === 0) return '';
  const groups = new Map<string, Notice[]>();
  for (const notice of notices.sort((a, b) => a.title.localeCompare(b.title))) {
    const licence = notice.text.replace(OWNER, '').replaceAll(/\s+/g, ' ');
    groups.set(licence, [...(groups.get(licence) ?? []), notice]);
  }
  const sections = [...groups.values()].map(section);
  const body = ['This file contains third-party software:', ...sections].join(`\n\n${'-'.repeat(79)}\n\n`);
  return `/*!\n${safe(body)}\n*/`;
}

/** Packages under one licence share its text: it stands once, below their names and, where these differ, whose they are. */
function section(notices: Notice[]): string {
  const [{ text }] = notices as [Notice];
  const isOneText = notices.every((notice) => notice.text === text);
  const titles = notices.map((notice) =>
    isOneText ? notice.title : [notice.title, ...(notice.text.match(OWNER) ?? [])].join(': '),
  );
  const licence = isOneText ? text : text.replace(OWNER, '').replaceAll(/\n{3,}/g, '\n\n');
  return `${[...new Set(titles)].join('\n')}\n\n${licence}`;
}

/** The folders of the packages that take up room in the output: what was shaken off needs no notice. */
function packagesIn(metafile: Metafile): string[] {
  const paths = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path)
    // A module that package.json replaces by nothing in browsers; esbuild writes an empty one.
    .filter((path) => !path.startsWith('(disabled):'));
  const folders = paths.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]);
  return [...new Set(folders)].filter((path) => path !== undefined);
}

async function noticeOf(path: string): Promise<Notice> {
  const pack = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as PackageJson;
  const { name, version, license = 'licence below' } = pack;
  const files = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  const licences = await textsOf(path, files, licenceFile);
  if (licences.length === 0) {
    const text = await licenceText(license, holderOf(pack));
    if (text === undefined) {
      throw new Error(
        `${name} ${version} is bundled but has no licence file, and we have no text of its licence (${license}): ` +
          'add the text to src/build/licence-texts.ts, or do without the package.',
      );
    }
    licences.push(text);
  }
  const notices = await textsOf(path, files, noticeFile);
  return { title: `${name} ${version} (${license})`, text: [...licences, ...notices].join('\n\n') };
}

async function textsOf(path: string, files: string[], kind: RegExp): Promise<string[]> {
  const texts = await Promise.all(
    files
      .filter((file) => kind.test(file))
      .sort()
      .map((file) => readFile(join(path, file), 'utf8')),
  );
  return texts.map((text) => text.replace(/\r\n?/g, '\n').trim()).filter((text) => text !== '');
}

function holderOf({ name, author }: PackageJson): string {
  return (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`;
}

/** Takes the meaning from what ends a comment, and from what starts a scriptlet, a comment or an end tag in HTML. */
function safe(text: string): string {
  return text.replaceAll('*/', '* /').replace(/<(?=[?!/])/g, '< ');
}
