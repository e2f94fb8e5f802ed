import { choice, fraction, longText, number, text, yesNo, type Cell } from '../schema/column';
import { register } from '../schema/register';
import { table } from '../schema/table';

const YES_NO = { listed: ['yes', 'no'] } as const;

/** What the sides answer, and how a column of the models is called after it. */
const QUESTIONS = {
  newTogether: ['Something new', 'Will we develop something new together?'],
  bothWork: ['Both add to it', 'Do both sides put work or rights into what is sold or shown?'],
  shareRisk: ['Risk is shared', 'Are both ready to earn less if it goes badly?'],
  forYears: ['For years', 'Is it meant for several years?'],
  measurable: ['Can be measured', 'Can both see, without asking, what comes in?'],
  cash: ['Cash now', 'Is there money to spend before anything comes in?'],
  oneOwner: ['One side’s rights', 'Is it mainly about rights that one side has already?'],
  takesOver: ['A task moves', 'Does one side take over a task that the other one steers?'],
} as const;
type Question = keyof typeof QUESTIONS;
const KEYS = Object.keys(QUESTIONS) as Question[];

interface Model {
  name: string;
  fits: string;
  mind: string;
  run: string;
  /** 1 is the simplest. */
  effort: number;
  expects: Partial<Record<Question, 'yes' | 'no'>>;
}

const MODELS: readonly Model[] = [
  {
    name: 'barter',
    fits: 'A first try, or where neither has money to spend.',
    mind: 'What is given is hard to value, and may be taxed.',
    run: 'Write down what each gives, and what it would have cost.',
    effort: 1,
    expects: { cash: 'no', forYears: 'no', newTogether: 'no' },
  },
  {
    name: 'licence',
    fits: 'One side’s rights are what matters.',
    mind: 'How long, where, in which channels, whether it may be changed; what exclusivity costs.',
    run: 'A licence with an end, and a look at its use once a year.',
    effort: 2,
    expects: { oneOwner: 'yes', newTogether: 'no', bothWork: 'no' },
  },
  {
    name: 'revenue share',
    fits: 'Both add to something that sells, and want to grow with it.',
    mind: 'The figures have to be seen by both, and the base of the split has to be clear.',
    run: 'A statement each month, a review of the split each quarter.',
    effort: 3,
    expects: { bothWork: 'yes', shareRisk: 'yes', measurable: 'yes' },
  },
  {
    name: 'alliance',
    fits: 'Each keeps its own business, and both open doors for the other.',
    mind: 'Brands blur, and priorities move apart.',
    run: 'Joint campaigns, each with an aim and an end.',
    effort: 3,
    expects: { bothWork: 'yes', newTogether: 'no', cash: 'no', takesOver: 'no' },
  },
  {
    name: 'co-sourcing',
    fits: 'One side does a task that the other one goes on to steer.',
    mind: 'What the service has to reach, and what happens where it does not.',
    run: 'A service-level agreement with measures.',
    effort: 4,
    expects: { takesOver: 'yes', newTogether: 'no', measurable: 'yes' },
  },
  {
    name: 'co-development',
    fits: 'Something new that takes money and time first.',
    mind: 'Whose the result is, and who pays while nothing comes in.',
    run: 'Milestones, and a decision at each of them.',
    effort: 5,
    expects: { newTogether: 'yes', bothWork: 'yes', cash: 'yes', shareRisk: 'yes' },
  },
  {
    name: 'co-innovation',
    fits: 'New products or ways of working, with rights and income of both.',
    mind: 'Ideas change on the way: contracts that allow for it, and a way to settle whose an idea is.',
    run: 'A steering group of both, and somebody who settles disputes about rights.',
    effort: 6,
    expects: { newTogether: 'yes', bothWork: 'yes', shareRisk: 'yes', forYears: 'yes', takesOver: 'no' },
  },
  {
    name: 'joint venture',
    fits: 'Large works of both, for years.',
    mind: 'Costly to set up, slower to decide, hard to leave.',
    run: 'A company of both with its own accounts; ask lawyers and accountants first.',
    effort: 7,
    expects: { newTogether: 'yes', bothWork: 'yes', shareRisk: 'yes', forYears: 'yes', cash: 'yes' },
  },
];

/** What the sides answer. */
export const modelQuestions = table({
  id: 'modelQuestions',
  columns: {
    short: text('Short', 'The heading of its column on the left.', { width: 130 }),
    question: longText('Question about the model', 'Answer it together.', { width: 330, wraps: true }),
    answer: choice('Answer of the sides', 'yes or no. Empty: it does not count.', YES_NO, { width: 90 }),
  },
  initial: KEYS.map((key): Record<string, Cell> => ({ short: QUESTIONS[key][0], question: QUESTIONS[key][1] })),
});

const answerTo = (key: Question): string =>
  `XLOOKUP("${QUESTIONS[key][0]}",{modelQuestions.short},{modelQuestions.answer},"")`;
const expected = KEYS.map((key) => `({${key}}<>"")`).join('+');
/** What is not answered yet speaks for no model. */
const met = KEYS.map((key) => `({${key}}<>"")*({${key}}=${answerTo(key)})`).join('+');

/** Ways to share work, rights and money, side by side. */
export const models = register({
  id: 'models',
  name: 'Models',
  version: 1,
  rows: 30,
  pack: 'agreement',
  question: 'Which kind of deal fits what we want to do?',
  frameworks: ['A3', 'A4', 'A5', 'A6'],
  row: { one: 'model', many: 'models' },
  columns: {
    model: text('Model', 'A way to share work, rights and money.', { width: 130 }),
    fits: longText('Fits when', 'What it is good for.', { width: 250, wraps: true }),
    mind: longText('Mind', 'What makes it difficult.', { width: 280, wraps: true }),
    run: longText('How it is run', 'What it needs.', { width: 260, wraps: true }),
    effort: number('Effort to run', '1 is the simplest: simpler models are disputed less.', { format: '0', width: 80 }),
    ...(Object.fromEntries(
      KEYS.map((key) => [key, yesNo(QUESTIONS[key][0], `What it expects as the answer: ${QUESTIONS[key][1]}`)]),
    ) as Record<Question, ReturnType<typeof yesNo>>),
    fit: fraction('Fit', 'Answers that are as it expects ÷ answers that it expects. Empty while none is given.', {
      formula: `IF(({model}="")+(SUM(--({modelQuestions.answer}<>""))=0)+((${expected})=0),,(${met})/(${expected}))`,
    }),
    place: number('Place', 'By fit; of equals the one that is simpler to run comes first.', {
      format: '0',
      width: 70,
      formula:
        'LET(order,IF(ISNUMBER({fit}),1000*ROUND({fit},6)-IF(ISNUMBER({effort}),{effort},99),""),' +
        'IF(ISNUMBER(order),XMATCH(order,SORT(FILTER(order,ISNUMBER(order)),1,FALSE)),))',
    }),
  },
  initial: MODELS.map(({ name, expects, ...model }): Record<string, Cell> => ({ model: name, ...model, ...expects })),
  beside: [modelQuestions],
});
