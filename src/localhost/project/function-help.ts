import type { FunctionHelp } from '../contract/protocol';

const NAME = '[\\p{L}$_][\\p{L}\\p{N}$_]*';

/** A comment right before a function: its text, the function's name and its parameters as they are declared. */
const COMMENTED = new RegExp(
  `/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*(?:export\\s+)?(?:(?:async\\s+)?function\\s*\\*?\\s*(${NAME})\\s*\\(([^()]*)\\)|` +
    `(?:const|let|var)\\s+(${NAME})\\s*=\\s*(?:async\\s*)?(?:function\\s*(?:${NAME})?\\s*\\(([^()]*)\\)|\\(([^()]*)\\)\\s*=>|(${NAME})\\s*=>))`,
  'gu',
);

/**
 * What autocomplete offers of a project's functions: those whose comment is tagged `@customfunction`, with the text of the
 * comment and of each `@param`. HTML and line breaks are dropped; what is said of the answer is not shown.
 */
export function functionHelpIn(text: string): FunctionHelp[] {
  return [...text.matchAll(COMMENTED)].flatMap((match) => {
    const [, comment = '', declared, params, assigned, ...others] = match;
    const name = declared ?? assigned ?? '';
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
    const tags = lines.join('\n').split(/^(?=\s*@\w)/m);
    if (name.endsWith('_') || !tags.some((tag) => /^\s*@customfunction\b/i.test(tag))) return [];
    const said = new Map(tags.flatMap((tag) => paramOf(tag)));
    const listed = declared === undefined ? (others.find((one) => one !== undefined) ?? '') : (params ?? '');
    return [
      {
        name,
        text: plain(/^\s*@/.test(tags[0] ?? '') ? '' : (tags[0] ?? '')),
        parameters: namesOf(listed).map((parameter) => ({ name: parameter, text: said.get(parameter) ?? '' })),
      },
    ];
  });
}

function paramOf(tag: string): [name: string, text: string][] {
  const [, name, text = ''] =
    new RegExp(`^\\s*@param\\s+(?:\\{[^}]*\\}\\s*)?\\[?(${NAME})(?:=[^\\]]*)?\\]?\\s*-?([^]*)$`, 'u').exec(tag) ?? [];
  return name === undefined ? [] : [[name, plain(text)]];
}

function namesOf(parameters: string): string[] {
  return parameters
    .replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
    .split(',')
    .map((parameter) => new RegExp(`^\\s*(?:\\.\\.\\.)?\\s*(${NAME})`, 'u').exec(parameter)?.[1] ?? '')
    .filter((name) => name !== '');
}

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
