/** What holds for all functions, as people read it above them. */
export const RULES: readonly (readonly [title: string, text: string])[] = [
  [
    'Numbers',
    'A number counts as the sheet shows it, with fifteen significant digits: 2.9/100 is 2.9 %, and a sum that shows 1,000.00 reaches a tier from 1,000. A whole number of more digits is refused. Text in the place of a number is refused by name, also where it holds a number, such as “10 %” or “1,5”.',
  ],
  [
    'Headings',
    'Where a table may have a heading, its first row is one if it holds no number, and no text with a digit in a column of numbers. Everything else is data. A function that needs a heading takes any text in it, also with digits, and refuses a row with a number.',
  ],
  [
    'Percentages',
    'A percentage is a part of one: 70% is 0.7. What can only be a percentage without its sign is refused: 10 as a rate is 1000 %.',
  ],
  [
    'Blanks',
    'A blank is missing, never 0: what needs it is empty. In a list of entries (CONTRIB_SHARES, PARTNER_PORTFOLIO) one without a value is not counted yet. Where figures of parties are set against each other (PARTNER_BALANCE, PARTNER_FAIRNESS with what is fair), one that is missing leaves the answer open; where a payment depends on it (REVSHARE_TRUEUP, REVSHARE_SETTLE), it is refused. Blank rows at the end of ranges are left out.',
  ],
  [
    'Days',
    'A day is a date, or its number, of the years from 1900 to 2100; others are refused by their year. It is the day that the sheet shows, in every time zone.',
  ],
  [
    'Names',
    'Names of parties, items and stages are the same whatever their case, the kind and number of their spaces, and characters that nobody sees, such as soft hyphens.',
  ],
  ['Yes and no', 'TRUE and “yes” are yes, also where TRUE is text; “no” is no; FALSE and blank are open.'],
  [
    'Hours',
    'A cell that shows 1:30 holds a part of a day, and is refused where a number is expected: write 1.5. The columns of hours in the tabs of Partner Ledger read it, 1h30 and 90 min as 1.5.',
  ],
  ['Arguments', 'Values of one kind stand together in one range. More arguments than a function takes are refused.'],
];
