import { CATALOGUE, type CustomFunction } from './catalogue';
import type { Example, ExampleCell } from './help/help';
import { RULES } from './help/rules';
import { lettersOf, sheetOf } from './help/sheet';
import type { Argument } from './runner/argument';
import { rowsNameOf, type FunctionDefinition } from './runner/definition';

/** One argument as the help shows it. */
export interface ArgumentReference {
  readonly name: string;
  readonly optional: boolean;
  /** One line: what it is, what it takes, its default. */
  readonly text: string;
}

/** Everything about one function that a page of help shows; plain data. */
export interface FunctionReference {
  readonly name: string;
  readonly group: string;
  /** `REVSHARE(amount, shares, [decimals])` */
  readonly syntax: string;
  readonly summary: string;
  readonly arguments: readonly ArgumentReference[];
  readonly returns: string;
  readonly notes: readonly string[];
  readonly examples: readonly Example[];
}

/** The reference of all functions, in order. */
export function functionReferences(): FunctionReference[] {
  return CATALOGUE.flatMap(([title, functions]) => functions.map((of) => referenceOf(title, of)));
}

function referenceOf(group: string, { definition, help }: CustomFunction): FunctionReference {
  const names = definition.arguments.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return {
    name: definition.name,
    group,
    syntax: `${definition.name}(${names.join(', ')})`,
    summary: help.summary,
    arguments: definition.arguments.map((argument) => ({
      name: argument.name,
      optional: argument.optional,
      text: `${help.arguments[argument.name]!} (${limitsOf(argument)})`,
    })),
    returns: help.returns,
    notes: help.notes,
    examples: help.examples,
  };
}

/** What an argument takes, in words: "a whole number from 0 to 6; optional, 2 by default". */
function limitsOf({ expected, takesRange, optional, byDefault }: Argument): string {
  const taken = takesRange ? `${expected}, or a range` : expected;
  if (!optional) return taken;
  return `${taken}; optional${byDefault === undefined ? '' : `, ${byDefault} by default`}`;
}

/**
 * The comment from which Google Sheets makes the autocomplete help of a function. Sheets shows the summary and a text
 * for each parameter; it knows no mark-up and no way to call a parameter optional but words. Types and the answer are
 * left out: Sheets does not show them, and every formula loads this text.
 */
function commentOf({ definition, help }: CustomFunction): string {
  const parameters = definition.arguments.map(
    (argument) =>
      ` * @param ${parameterOf(argument.name)} ${help.arguments[argument.name]!}${briefLimitsOf(argument)}.`,
  );
  return ['/**', ` * ${help.summary}`, ...parameters, ' * @customfunction', ' */'].join('\n');
}

/** What the description of an argument says as well. */
const OBVIOUS = ['a number', 'a number of 0 or more', 'a name', 'a date'];

/** What an argument takes, in brackets, without what is obvious. */
function briefLimitsOf({ expected, optional, byDefault }: Argument): string {
  const limits = [
    ...(OBVIOUS.includes(expected) ? [] : [expected]),
    ...(optional ? [`optional${byDefault === undefined ? '' : `, ${byDefault} by default`}`] : []),
  ];
  return limits.length > 0 ? ` (${limits.join('; ')})` : '';
}

/** An argument as a parameter of a function; JavaScript keeps `return` for itself. */
const parameterOf = (name: string): string => (name === 'return' ? `${name}_` : name);

/** The top-level function that Google Sheets sees: its comment, its parameters, and a call of the bundled add-on. */
export function stubFor(of: CustomFunction, globalName: string): string {
  return `${commentOf(of)}\n${declarationOf(of.definition, of.definition.name, globalName)}`;
}

/**
 * The form of a row-by-row function that leaves bad rows blank, for the add-on's own columns. Sheets does not suggest it
 * to those who type: without `@customfunction` a function has no autocomplete help.
 */
export function rowsStubFor(definition: FunctionDefinition, globalName: string): string {
  return declarationOf(definition, rowsNameOf(definition), globalName);
}

/** A function for the add-on's own columns, likewise. */
export const plainStubFor = (definition: FunctionDefinition, globalName: string): string =>
  declarationOf(definition, definition.name, globalName);

function declarationOf(definition: FunctionDefinition, name: string, globalName: string): string {
  const parameters = definition.arguments.map((argument) => parameterOf(argument.name)).join(', ');
  return `function ${name}(${parameters}) { return ${globalName}.formulas.${name}(...arguments); }`;
}

/** The function reference as a Markdown page. */
export function referenceAsMarkdown(): string {
  const chapters = CATALOGUE.map(([title, functions]) =>
    [`## ${title}`, ...functions.map((of) => sectionOf(referenceOf(title, of)))].join('\n\n'),
  );
  const rules = RULES.map(([title, text]) => `- **${title}.** ${text}`).join('\n');
  return `# Functions\n\n## What holds for all of them\n\n${rules}\n\n${chapters.join('\n\n')}\n`;
}

function sectionOf(reference: FunctionReference): string {
  return [
    `### ${reference.name}`,
    reference.summary,
    `\`=${reference.syntax}\``,
    reference.arguments.map(({ name, text }) => `- \`${name}\`: ${text}`).join('\n'),
    `Answers: ${reference.returns}`,
    ...reference.notes,
    ...reference.examples.map(exampleAsMarkdown),
  ].join('\n\n');
}

function exampleAsMarkdown(example: Example): string {
  const sheet = sheetOf(example);
  const columns = sheet[0]?.map((_, column) => lettersOf(column)) ?? [];
  const rows = sheet.map((row, i) => [String(i + 1), ...row.map(cellText)]);
  const outcome =
    'error' in example
      ? [`\`${example.formula}\` fails:`, `> ${example.error}`]
      : Array.isArray(example.answer)
        ? [
            `\`${example.formula}\` answers`,
            tableOf(
              example.answer[0]!.map(() => ''),
              example.answer.map((row) => row.map(cellText)),
            ),
          ]
        : [`\`${example.formula}\` answers ${cellText(example.answer as ExampleCell) || 'nothing'}.`];
  return [`**${example.title}**`, tableOf(['', ...columns], rows), ...outcome].join('\n\n');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cellText(cell: ExampleCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'object' ? cell.date : String(cell);
}
