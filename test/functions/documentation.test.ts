import ts from 'typescript';
import { CATALOGUE, DEFINITIONS } from '../../src/functions/catalogue';
import { functionReferences, referenceAsMarkdown, rowsStubFor, stubFor } from '../../src/functions/documentation';
import { isRowByRow, rowsNameOf } from '../../src/functions/runner/definition';

const references = functionReferences();
const entries = CATALOGUE.flatMap(([, functions]) => functions);

/** The one function that a stub declares, as Google's editor would read it. */
function parse(stub: string) {
  const source = ts.createSourceFile('Code.js', stub, ts.ScriptTarget.ES2020, true);
  const [statement] = source.statements;
  if (source.statements.length !== 1 || !statement || !ts.isFunctionDeclaration(statement)) {
    throw new Error('The stub is not one function.');
  }
  const [comment] = ts.getJSDocCommentsAndTags(statement);
  return {
    name: statement.name!.text,
    parameters: statement.parameters.map(({ name }) => name.getText()),
    summary: String(comment && ts.isJSDoc(comment) ? comment.comment : ''),
    tags: ts.getJSDocTags(statement),
  };
}

describe.each(entries.map((entry) => [entry.definition.name, entry] as const))('the stub of %s', (_, entry) => {
  const { definition } = entry;
  const stub = stubFor(entry, 'Add_on');
  const parsed = parse(stub);

  it('declares the function with its parameters', () => {
    expect(parsed.name).toBe(definition.name);
    // JavaScript keeps `return` for itself.
    const names = definition.arguments.map(({ name }) => (name === 'return' ? 'return_' : name));
    expect(parsed.parameters).toEqual(names);
  });

  it('hands the arguments on as they come', () => {
    const given = definition.arguments.map((_, i) => ({ i }));
    const script = new Function(
      'given',
      `const Add_on = { formulas: { ${definition.name}: (...received) => received } };
       ${stub} return ${definition.name}(...given);`,
    ) as (given: unknown[]) => unknown;
    expect(script(given)).toEqual(given);
  });

  it('has a comment that Sheets turns into autocomplete help', () => {
    expect(parsed.tags.map(({ tagName }) => tagName.text)).toEqual([
      ...definition.arguments.map(() => 'param'),
      'customfunction',
    ]);
    const parameters = parsed.tags.filter(ts.isJSDocParameterTag);
    expect(parameters.map(({ name }) => name.getText())).toEqual(parsed.parameters);
    for (const text of [parsed.summary, ...parameters.map(({ comment }) => String(comment))]) {
      expect(text).toMatch(/^[A-Z][^\n<>@]+\.$/);
    }
    definition.arguments.forEach(({ optional }, i) => {
      expect(/optional/.test(String(parameters[i]!.comment))).toBe(optional);
    });
  });
});

describe('the form of a function that leaves bad rows blank', () => {
  it('has the parameters of the strict one, and no comment that Sheets would show to those who type', () => {
    for (const definition of DEFINITIONS.filter(isRowByRow)) {
      const { name, parameters, tags } = parse(rowsStubFor(definition, 'Add_on'));
      expect(name).toBe(`${definition.name}_ROWS`);
      expect(parameters).toHaveLength(definition.arguments.length);
      expect(tags).toEqual([]);
    }
  });

  it('takes no name that a function has', () => {
    const names = DEFINITIONS.map(({ name }) => name);
    for (const definition of DEFINITIONS) expect(names).not.toContain(rowsNameOf(definition));
  });
});

describe('the help of the functions', () => {
  it('is in sentences', () => {
    for (const { help } of entries) {
      const { returns, notes } = help;
      for (const text of [returns, ...notes]) expect(text).toMatch(/^[A-Z=][^\n]+[.:]$/);
    }
  });

  it('keeps optional arguments behind the others', () => {
    for (const { arguments: list } of DEFINITIONS) {
      const firstOptional = list.findIndex(({ optional }) => optional);
      if (firstOptional >= 0) expect(list.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
    }
  });

  it('is plain data that survives on its way to a page', () => {
    expect(JSON.parse(JSON.stringify(references))).toEqual(references);
  });

  it('shows how a function is written', () => {
    const revshare = references.find(({ name }) => name === 'REVSHARE')!;
    expect(revshare.syntax).toBe('REVSHARE(amount, shares, [decimals])');
    expect(revshare.arguments[2]).toEqual({
      name: 'decimals',
      optional: true,
      text: 'Decimals of the parts (a whole number from 0 to 6; optional, 2 by default)',
    });
  });
});

describe('the function reference', () => {
  const page = referenceAsMarkdown();

  it('has a section for each function, with every argument and example', () => {
    expect(page.match(/^### (.*)$/gm)).toEqual(references.map(({ name }) => `### ${name}`));
    for (const { syntax, arguments: list, examples } of references) {
      expect(page).toContain(`\`=${syntax}\``);
      for (const { name, text } of list) expect(page).toContain(`- \`${name}\`: ${text}`);
      for (const { title, formula } of examples) {
        expect(page).toContain(`**${title}**`);
        expect(page).toContain(`\`${formula}\``);
      }
    }
  });

  it('has tables whose rows are as wide as their heads', () => {
    const tables = page.split(/\n\n+/).filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(references.length);
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});
