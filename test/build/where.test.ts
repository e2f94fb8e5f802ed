import { readFileSync } from 'node:fs';
import { FORM_ITEMS } from '../../src/appsscript/menu';
import { MAP_FILE, mapText, placesOf } from '../../src/build/where';
import { DESIGNS } from '../../src/build/designs';
import { DEALS } from '../../src/deals';
import { DOCUMENTS } from '../../src/documents';
import { FRAMEWORKS } from '../../src/documents/frameworks';
import { CATALOGUE } from '../../src/functions/catalogue';
import { REGISTERS } from '../../src/registers';
import { LISTS } from '../../src/registers/checklist-questions';
import { PAGES } from '../../src/registers/pages';
import { SETTINGS } from '../../src/registers/setting-list';

/** What the guides ask for: 28 frameworks, 38 numbers and rules, 8 checklists, 34 logs, forms and documents. */
const ASKED = Object.entries({ A: 28, B: 38, C: 8, D: 34 }).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`),
);

describe('the map of what works where', () => {
  it('has the 108 rows, each with a name', () => {
    expect(ASKED).toHaveLength(108);
    expect(Object.keys(FRAMEWORKS)).toEqual(ASKED);
    expect(Object.values(FRAMEWORKS).filter(({ name }) => name.length < 5)).toEqual([]);
  });

  it('has a place for every row', () => {
    expect(ASKED.filter((id) => placesOf(id).length === 0)).toEqual([]);
  });

  it('names nothing that is not there', () => {
    const menu = [...FORM_ITEMS.map(({ title }) => title), 'Pages', 'Documents', 'Import', 'Export', 'Functions'];
    const sections = Object.values(DESIGNS.scorecard!.at(-1)!.cells);
    const known = {
      menu,
      tab: [...PAGES, ...REGISTERS].map(({ id }) => id),
      function: CATALOGUE.flatMap(([, functions]) => functions.map(({ definition }) => definition.name)),
      setting: Object.values(SETTINGS).map(({ header }) => header),
      deal: DEALS.map(({ id }) => id),
      scorecard: sections,
      list: LISTS.map(({ name }) => name),
    };
    const wrong = Object.entries(FRAMEWORKS).flatMap(([id, { in: places = [] }]) =>
      places.flatMap((place) =>
        Object.entries(place).flatMap(([kind, name]) =>
          known[kind as keyof typeof known].includes(name as string) ? [] : [`${id}: ${kind} ${String(name)}`],
        ),
      ),
    );
    expect(wrong).toEqual([]);
    const named = [...PAGES, ...REGISTERS, ...DOCUMENTS].flatMap(({ frameworks = [] }) => frameworks);
    expect(named.filter((id) => !ASKED.includes(id))).toEqual([]);
  });

  it('stands in the repository as `npm run build` writes it', () => {
    expect(readFileSync(MAP_FILE, 'utf8')).toBe(mapText());
  });
});
