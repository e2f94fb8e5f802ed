import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

/** A day so many days from today, as a cell shows it. */
const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

const [START, RENEWED, TODAY] = [day(-100), day(-20), day(0)];
const SIDES = { Studio: 'owner@example.com', Brand: 'partner@example.com' } as const;
type Side = keyof typeof SIDES;

/** The ratings that count where the weights of the three R are in use. */
const THREE_R = ['relevance', 'resonance', 'reliability'];
const HEALTH = ['communication', 'trust', 'valueDelivery', 'financial', 'strategicAlignment'];
const rated = (keys: readonly string[], grade: number): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, String(grade)]));

/** What a page never shows. */
const BROKEN = /#(?:NAME|VALUE|REF|ERROR|N\/A|DIV)|undefined|NaN/;

/**
 * A partnership from the first candidate to its end, as its two sides live it at one page: by the forms of the menu, and by
 * typing where people type. Every test goes on where the one before ended.
 */
describeAddOn('a partnership from candidate to exit', (hosted) => {
  let page: AddOnPage;

  beforeAll(() => {
    page = hosted.owner;
  });

  /** What a tab shows, row by row. */
  const cells = (tab: string): Promise<string[][]> =>
    page.page.evaluate((name) => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName(name)!;
      return sheet.getRange(0, 0, Math.min(sheet.getMaxRows(), 160), sheet.getMaxColumns()).getDisplayValues();
    }, tab);

  /** The rows of one of a tab's tables, by the headings that are asked for, as far as the first of them shows anything. */
  async function rows(tab: string, ...headings: string[]): Promise<string[][]> {
    const [first = [], ...below] = await cells(tab);
    const at = headings.map((heading) => first.indexOf(heading));
    return below.map((row) => at.map((column) => row[column] ?? '')).filter(([key]) => key !== '');
  }

  const fits = (shown: string, expected: string | RegExp): boolean =>
    typeof expected === 'string' ? shown === expected : expected.test(shown);

  /** Waits until a row of a table shows what it should. */
  async function shows(tab: string, expected: Record<string, string | RegExp>): Promise<void> {
    const wanted = Object.values(expected);
    let found: string[][] = [];
    await until(
      () => `${tab} shows ${wanted.map(String).join(' | ')}; it shows ${JSON.stringify(found)}`,
      async () => {
        found = (await rows(tab, ...Object.keys(expected))).filter(([first = '']) => fits(first, wanted[0]!));
        return found.some((row) => row.every((shown, at) => fits(shown, wanted[at]!)));
      },
    );
  }

  const scorecardSays = (...texts: (string | RegExp)[]): Promise<void> => {
    let lacking: (string | RegExp)[] = texts;
    return until(
      () => `the Scorecard says ${lacking.map(String).join(' and ')}`,
      async () => {
        const said = (await cells('Scorecard')).map((row) => row.filter((cell) => cell !== '').join(' | ')).join('\n');
        lacking = texts.filter((text) => (typeof text === 'string' ? !said.includes(text) : !text.test(said)));
        return lacking.length === 0;
      },
    );
  };

  /** The cell below a heading in the row where another heading says something. */
  async function cellOf(tab: string, heading: string, [by, key]: readonly [string, string]): Promise<string> {
    const [headings = [], ...below] = await cells(tab);
    const row = below.findIndex((line) => line[headings.indexOf(by)] === key);
    expect([tab, key, row >= 0, headings]).toEqual([tab, key, true, expect.arrayContaining([heading])]);
    const letter = await page.page.evaluate((column) => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      return sheet.getRange(0, column).getA1Notation();
    }, headings.indexOf(heading));
    return letter.replace(/\d+$/, String(row + 2));
  }

  /** Writes into cells below each other, from that one on, as it was copied elsewhere. */
  async function write(tab: string, heading: string, from: readonly [string, string], entries: readonly string[]): Promise<void> {
    await page.show(tab);
    const cell = await cellOf(tab, heading, from);
    if (entries.length > 1) return page.paste(cell, entries.join('\n'));
    await page.clickCells();
    await page.enter(cell, entries[0]!);
  } // prettier-ignore

  /** From now on the page is this side's. */
  async function be(side: Side): Promise<void> {
    const people = page.page.getByLabel('You are');
    if ((await people.inputValue()) === SIDES[side]) return;
    await Promise.all([page.page.waitForEvent('load'), people.selectOption(SIDES[side])]);
    await page.ready();
  }

  /** Opens a form, and waits until it stands in the place of what was open, which may be the same form. */
  async function open(...path: string[]): Promise<void> {
    if ((await page.page.locator('.sidebar iframe').count()) > 0) {
      await page.sidebar.locator('html').evaluate((html) => html.setAttribute('data-before', 'yes'));
    }
    await page.item(...path);
    await page.page.getByRole('complementary', { name: path.at(-1)!, exact: true }).waitFor();
    await page.sidebar.locator('html:not([data-before]) form .actions button[type=submit]').waitFor();
  }

  /** Fills fields of the open form by their names, whatever kind each is. */
  async function fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const field = page.field(name).first();
      await field.waitFor({ state: 'attached' });
      if ((await page.sidebar.locator(`details:not([open]) [name="${name}"]`).count()) > 0) {
        await page.sidebar.locator('details summary').click();
      }
      const kind = await field.evaluate((input: HTMLInputElement | HTMLSelectElement) => input.type);
      if (kind === 'radio') {
        await page.sidebar.locator(`.scale label:has([name="${name}"][value="${value}"])`).click();
      } else if (kind.startsWith('select')) await field.selectOption(value);
      else await field.fill(value);
    }
  }

  /** Sends the open form. */
  async function send(button: string, says: string | RegExp): Promise<void> {
    await page.button(button).click();
    await page.says(says);
  }

  /** Accepts all that waits for a side, with the form for that. */
  async function acceptAll(side: Side, count: number): Promise<void> {
    await be(side);
    await open('Answer entries');
    await page.fieldHolds('side', side);
    const items = page.sidebar.locator('fieldset.item');
    await until(`${count} wait for ${side}`, async () => (await items.count()) === count);
    for (let at = 0; at < count; at++) await items.nth(at).getByLabel('Accept', { exact: true }).check();
    await send(`Save ${count} accept${count === 1 ? '' : 's'}`, /accepted/);
  }

  /** Opens the form of a row, found by what stands in it. */
  async function edit(tab: string, by: readonly [string, string], values: Record<string, string>): Promise<void> {
    await page.show(tab);
    await page.clickCells();
    await page.select(await cellOf(tab, by[0], by));
    await open('Edit the selected row');
    await fill(values);
    await send('Save the row', `Saved: ${tab}`);
  }

  async function log(values: Record<string, string>): Promise<void> {
    await open('Log a contribution');
    await fill(values);
    await send('Log it', /written to Contributions/);
  }

  async function read(kpi: string, actual: string): Promise<void> {
    await open('Record a KPI');
    await fill({ kpi, actual });
    await send('Record it', /written to KPI log/);
  }

  async function openDocument(title: string): Promise<void> {
    await page.item('Documents');
    await page.button(title).click();
    await page.button('Print or save as PDF').waitFor();
  }

  /** Looks at the open document on paper. */
  async function printed(...texts: string[]): Promise<void> {
    await page.button('Print or save as PDF').click();
    for (const text of texts) await page.dialog.getByText(text).first().waitFor();
    await page.page.getByRole('button', { name: 'Close dialog' }).click();
  }

  it('is set up by who looks for a partner, with the pages that this needs', async () => {
    await open('Set up this sheet');
    await fill({
      ...{ first: 'Studio', second: 'Brand', currency: 'EUR', start: START, kind: 'new', money: 'yes' },
      ...{ 'first hourlyRate': '50', 'second hourlyRate': '50', 'second email': SIDES.Brand },
      ...{ 'first liaison': 'Ann', 'second liaison': 'Ben' },
    });
    await send('Set up', /Added: Scorecard/);
    await page.item('Pages');
    for (const name of ['Candidates', 'Value exchange', 'Calendar']) {
      await page.button(`Add ${name}`).click();
      await page.sidebar.getByText(`${name} is there now.`).waitFor();
    }
    await scorecardSays('Scorecard: Studio and Brand');
  });

  it('scores candidates on the form, ranks them, and warns of what may not be', async () => {
    await open('Align', 'Add a candidate');
    for (const [candidate, grade, alignment, commitment] of [
      ['Brand', 5, '80', '75'],
      ['Harbour Press', 4, '70', '30'],
      ['Mill Radio', 4, '30', '80'],
      ['Night Market', 3, '20', '20'],
      ['Quick Wins', 2, '', ''],
    ] as const) {
      await fill({ candidate, vettedOn: TODAY, ...rated(THREE_R, grade), alignment, commitment });
      await send('Add it', `${candidate}: written to Candidates`);
    }
    await write('Candidates', 'Set to', ['Limit', 'Weights in use'], ['3R']);
    await write('Candidates', 'Must be at least', ['Criterion', 'Reliability'], ['3']);
    for (const [Candidate, Score, Rank, Place] of [
      ['Brand', '100', '1', 'long-term co-creation'],
      ['Harbour Press', '75', '2', 'short project, well aligned'],
      ['Mill Radio', '75', '2', 'more governance'],
      ['Night Market', '50', '4', 'short project'],
    ] as const) {
      await shows('Candidates', { Candidate, Score: new RegExp(`^${Score}(?:\\.0+)?$`), Rank, Place });
    }
    await shows('Candidates', { Candidate: 'Quick Wins', Attention: 'Below a must: Reliability' });
  });

  it('decides by checklist: three no of eight pause, two do not, and one is enough where all have to be yes', async () => {
    const asked = { six: 'Does it serve one of our main goals?', musts: 'Are the goals and the limits of each side written down?' }; // prettier-ignore
    await write('Checklists', 'Answer', ['Question', asked.six], ['yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no', 'no']);
    await shows('Checklists', { 'List name': 'Decide: six of eight', Verdict: 'pause', Yes: '5', No: '3' });
    await write('Checklists', 'Answer', ['Question', 'Is there a pilot that would show whether it works?'], ['yes']);
    await shows('Checklists', { 'List name': 'Decide: six of eight', Verdict: 'go', Yes: '6', No: '2' });
    await write('Checklists', 'Answer', ['Question', asked.musts], ['yes', 'yes', 'no', 'yes', 'yes']);
    await shows('Checklists', {
      ...{ 'List name': 'Decide: five musts', Verdict: 'pause' },
      'Next to settle': 'Have we tried working together on something small?',
    });
    await scorecardSays('Decide: five musts says pause. Settle: Have we tried working together on something small?');
    await edit('Candidates', ['Candidate', 'Brand'], { stage: 'negotiating', nextStep: 'Agree on a pilot' });
    await shows('Candidates', { Candidate: 'Brand', Stage: 'negotiating' });
  });

  it('agrees on money: a deal in words, worked through, that holds once both sides have said yes', async () => {
    await write('Settings', 'Value', ['Setting', 'Terms need agreement'], ['yes']);
    await open('Terms');
    await fill({ kind: 'Revenue share', party: 'Brand', payer: 'Studio', share_share: '40', from: START });
    await page.button('See what it comes to').click();
    await page.sidebar.getByText(/Brand gets 40\s?% of what comes in; Studio keeps the rest/).waitFor();
    await send('Write it down', /Written to Terms/);
    await shows('Terms', { Term: 'share', Party: 'Brand', Agreement: 'proposed' });
    await acceptAll('Studio', 2);
    await shows('Terms', { Term: 'share', Party: 'Brand', Agreement: 'proposed' });
    await acceptAll('Brand', 2);
    await shows('Terms', { Term: 'share', Party: 'Brand', Agreement: 'agreed', Holds: 'today' });
  });

  it('writes the charter: what is not agreed yet is named, filled in, and stands on the paper', async () => {
    await be('Studio');
    const topics = (await rows('Agreement', 'Topic', 'State')).map(([topic = '']) => topic);
    expect(topics.length).toBeGreaterThan(40);
    await write('Agreement', 'Agreed', ['Topic', topics[0]!], topics.map((topic) => (topic === 'Mediator' ? '' : `So we see it: ${topic}`))); // prettier-ignore
    await shows('Agreement', { Topic: topics[0]!, State: 'agreed' });
    await shows('Agreement', { Topic: 'Mediator', State: 'open' });
    await openDocument('Charter');
    await page.button('KPIs').waitFor();
    await page.button('Mediator').click();
    await until('the row is in front', async () => (await page.inFront()) === 'Agreement');
    await write('Agreement', 'Agreed', ['Topic', 'Mediator'], ['Dr Hale, of the chamber']);
    await open('Add a KPI');
    for (const [kpi, side, baseline, target] of [
      ['Listeners', 'Studio', '1000', '1500'],
      ['Leads', 'Brand', '100', '150'],
    ] as const) {
      await fill({ kpi, side, baseline, target, start: START, due: day(265) });
      await send('Add it', `${kpi}: written to KPIs`);
    }
    await openDocument('Charter');
    await page.sidebar.getByText('Every place is filled').waitFor();
    await printed('Dr Hale, of the chamber', 'Listeners', 'Ann', 'So we see it: Winding down');
    await page.button('Put into a tab').click();
    await until('the charter is in front', async () => (await page.inFront()) === 'Charter');
    expect((await cells('Charter')).flat()).toEqual(expect.arrayContaining(['Charter', 'What we want together']));
  });

  it('tries a pilot that ends on a day ahead, and is good once every side has grown', async () => {
    await write('Settings', 'Value', ['Setting', 'Days of the pilot'], ['120']);
    await shows('Calendar', { What: 'The pilot ends: decide together how to go on', When: day(20) });
    await write('Checklists', 'Answer', ['Question', 'Each side has said what it wants from this and what it brings'], ['yes', 'yes', 'yes', 'yes']); // prettier-ignore
    await scorecardSays(/^Lifecycle stage \| pilot/m);
    await read('Listeners', '1250');
    await read('Leads', '110');
    await shows('Plan', { 'Pilot of': 'Studio', 'Grown by': '25.0%', 'Pilot met': 'met' });
    await shows('Plan', { 'Pilot of': 'Brand', 'Grown by': '10.0%', 'Pilot met': 'not met' });
    await shows('Plan', { 'For all sides': 'not met by every side' });
    await read('Leads', '120');
    await shows('Plan', { 'For all sides': 'met by every side' });
    await edit('Candidates', ['Candidate', 'Brand'], { stage: 'piloting' });
  });

  it('contributes: hours of both sides, answered by the other, and what comes in is split as agreed', async () => {
    await log({ date: day(-60), kind: 'hours', quantity: '20', item: 'Trailer' });
    await open('Record revenue');
    await fill({ date: day(-45), gross: '1000', collectedBy: 'Studio', item: 'Trailer' });
    await send('Record it', /written to Revenue/);
    await be('Brand');
    await log({ date: day(-50), kind: 'hours', quantity: '20', item: 'Trailer' });
    await acceptAll('Brand', 1);
    await acceptAll('Studio', 1);
    await scorecardSays(
      /^Studio \| 50\.0% \| 60\.0% .*balanced/m,
      /^Brand \| 50\.0% \| 40\.0% .*balanced/m,
      'every entry is answered',
    );
  });

  it('accepts an item, whose milestone becomes a fee in Terms once', async () => {
    await open('Contribute', 'Add an item');
    await fill({ item: 'Trailer', owner: 'Brand', due: TODAY, milestoneAmount: '150' });
    await send('Add it', 'Trailer: written to Items');
    await edit('Items', ['Item', 'Trailer'], { delivered: TODAY, acceptedOn: TODAY, acceptedBy: 'Studio' });
    await shows('Terms', { Term: 'fee', Party: 'Brand', Agreement: 'proposed' });
    await edit('Items', ['Item', 'Trailer'], { note: 'Fine work' });
    expect((await rows('Terms', 'Term')).filter(([term]) => term === 'fee')).toHaveLength(1);
  });

  it('is reviewed by both sides, who see it differently', async () => {
    for (const [side, grade] of [['Studio', 5], ['Brand', 3]] as const) {
      await be(side);
      await open('Review');
      await fill({ ...rated(HEALTH, grade), nextStep: `Talk about pay, says ${side}` });
      await send('Save the ratings', new RegExp(`Ratings of ${side}`));
    } // prettier-ignore
    await scorecardSays(/^Studio \| 100/m, /^Brand \| 50/m, 'far apart', /Weakest link: /);
  });

  it('changes the order: days and money count once both sides have agreed', async () => {
    await open('Govern', 'Note a decision');
    await fill({ kind: 'change order', what: 'A second trailer', proposedBy: 'Brand', days: '14', money: '200' });
    await send('Note it', /written to Decisions/);
    await shows('Decisions', { What: 'A second trailer', State: 'waits for a yes' });
    await shows('Decisions', { 'Change orders': 'not agreed yet', 'Days added': '14', 'Money added': '€200.00' });
    // The fee of the milestone waits for the same two.
    for (const side of ['Brand', 'Studio'] as const) await acceptAll(side, 2);
    await shows('Decisions', { What: 'A second trailer', State: 'agreed' });
    await shows('Decisions', { 'Change orders': 'agreed', 'How many': '1', 'Days added': '14', 'Money added': '€200.00' }); // prettier-ignore
    await shows('Terms', { Term: 'fee', Party: 'Brand', Agreement: 'agreed' });
  });

  it('shows on the Scorecard that one side puts in more than it gets, and names what would even it out', async () => {
    await be('Brand');
    await log({ date: day(-15), kind: 'hours', quantity: '40' });
    await open('Align', 'Note a value exchange');
    await fill({ dimension: 'reputation', brings: '9', receives: '3', expects: '8' });
    await send('Note it', /written to Value exchange/);
    await acceptAll('Studio', 1);
    // Of 1,000 Brand earned 400 and the fee; it gave three quarters of all hours.
    await scorecardSays(/^Brand \| 75\.0% \| 55\.0% \| -20\.0% .*receives less/m, /^Studio \| 25\.0% .*receives more/m);
    await shows('Value exchange', {
      'In a sentence': /^Largest imbalance: Brand gives 6 more than it gets in reputation/,
    });
  });

  it('renegotiates: a later deal takes the place of the first one, from its day on', async () => {
    await open('Terms');
    await fill({ kind: 'Revenue share', party: 'Brand', payer: 'Studio', share_share: '75', from: RENEWED });
    await fill({ before: 'ends on that day' });
    await page.button('See what it comes to').click();
    await page.sidebar.getByText(/Brand gets 75\s?% of what comes in; Studio keeps the rest/).waitFor();
    await send('Write it down', /Written to Terms/);
    for (const side of ['Studio', 'Brand'] as const) await acceptAll(side, 1);
    await shows('Terms', { Term: 'share', Value: '75.00%', Agreement: 'agreed', Holds: 'today' });
    await shows('Terms', { Term: 'share', Value: '40.00%', Agreement: 'agreed', Holds: 'replaced' });
    await be('Studio');
    await open('Record revenue');
    await fill({ date: day(-10), gross: '2000', collectedBy: 'Studio' });
    await send('Record it', /written to Revenue/);
    // 400 of the first thousand, 1,500 of two, and the fee: 2,050 of 3,000.
    await scorecardSays(/^Brand \| 75\.0% \| 68\.3% \| -6\.7% .*balanced/m, /^Brand \| €2,050\.00/m);
  });

  it('winds down: notice, the list of a good end, the last payment, and a plan on paper', async () => {
    await write('Settings', 'Value', ['Setting', 'Notice given on'], [TODAY]);
    await shows('Calendar', { What: 'The notice is over: the partnership ends', When: day(30) });
    await openDocument('Exit plan');
    let said = '';
    await until(
      () => `the plan counts its places; the sidebar says: ${said}`,
      async () => /places are filled/.test((said = await page.sidebar.locator('body').innerText())),
    );
    const first = 'Notice is given in the form and time that were agreed';
    await write('Checklists', 'Answer', ['Question', first], ['yes', 'yes', 'yes', 'yes', 'yes', 'no', 'yes', 'yes', 'yes']); // prettier-ignore
    await shows('Checklists', { 'List name': 'Ending well', Verdict: 'pause', 'Next to settle': 'The last account is settled' }); // prettier-ignore
    await open('Record a payment');
    await page.fieldHolds('party', 'Brand');
    await page.fieldHolds('amount', '2050.00');
    await send('Record it', /written to Payments/);
    await scorecardSays(/^Brand \| €2,050\.00 .*settled/m);
    await write('Checklists', 'Answer', ['Question', 'The last account is settled'], ['yes']);
    await shows('Checklists', { 'List name': 'Ending well', Verdict: 'go', Yes: '9' });
    await openDocument('Exit plan');
    await page.sidebar.getByText('Every place is filled').waitFor();
    await printed(TODAY, 'The last account is settled', 'So we see it: What stays with whom');
    await edit('Candidates', ['Candidate', 'Brand'], { stage: 'ended', nextStep: '' });
    await shows('Candidates', { Candidate: 'Brand', Stage: 'ended' });
  });

  it('leaves a sheet in which nothing is broken', async () => {
    const tabs = await page.page.evaluate(() =>
      window.univerAPI.getActiveWorkbook()!.getSheets().map((sheet) => sheet.getSheetName()),
    ); // prettier-ignore
    const broken: string[] = [];
    for (const tab of tabs) {
      broken.push(...(await cells(tab)).flat().flatMap((cell) => (BROKEN.test(cell) ? [`${tab}: ${cell}`] : [])));
    }
    expect(broken).toEqual([]);
  });
});
