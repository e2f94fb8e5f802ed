/** The stages of a partnership, and the signs that one is reached, as a fresh workbook has them. */
export const LIFECYCLE = [
  { stage: 'exploration', sign: 'Each side has said what it wants from this and what it brings' },
  { stage: 'exploration', sign: 'Each side has one person to turn to' },
  { stage: 'pilot', sign: 'A small first project has a start, an end and a result that both sides measure' },
  { stage: 'pilot', sign: 'Split, rights and the way out are agreed in writing' },
  { stage: 'growth', sign: 'The pilot has brought what both sides had agreed on' },
  { stage: 'growth', sign: 'Three to five joint KPIs are read regularly' },
  { stage: 'growth', sign: 'Each side has set aside time or money for the months ahead' },
  { stage: 'maturity', sign: 'Reviews take place in the rhythm, and their next steps get done' },
  { stage: 'maturity', sign: 'The partnership stands in the yearly plan of both sides' },
  { stage: 'maturity', sign: 'Newcomers on either side are shown how it works' },
  { stage: 'renewal', sign: 'Both sides have decided anew whether and how to go on' },
  { stage: 'renewal', sign: 'Both sides know what stays with whom if it ends' },
];
