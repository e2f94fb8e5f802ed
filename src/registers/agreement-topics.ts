/** What a partnership should settle, by chapter: the topic, and why it matters. Not legal advice. */
export const TOPICS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purpose: {
    'Joint outcome': 'What both want to see at the end, in one sentence: everything else is measured against it.',
    Vision: 'Where it may lead, in words that both would sign.',
    'Goals of each side': 'A goal that stays unsaid becomes a disappointment.',
    'Limits of each side': 'What nobody should have to find out by crossing it.',
    Audience: 'Whom it is for; two sides often have two people in mind.',
    'What people should do': 'The behaviour that it should bring about tells whether it worked.',
  },
  people: {
    'Person to turn to': 'One on each side, so that nothing falls between two chairs.',
    Roles: 'Who does what, and who does not.',
    'Least commitment':
      'The hours or means that each side gives at least: unequal effort is the most common complaint.',
    'Steering group': 'Who looks at the whole when the daily work cannot settle it.',
    Capacity: 'What each can carry besides its other work: tired partners deliver late.',
  },
  work: {
    Scope: 'What belongs to it, and what does not: the border keeps it from growing unnoticed.',
    Deliverables: 'What is handed over, in which format and length.',
    Rhythm: 'How often, and until when.',
    Deadlines: 'By which day what is due, and what happens when it is late.',
    'Rounds of revision': 'How many are included; two are usual.',
    'Time to review': 'How long one side may take to answer; 48 hours are usual.',
    'Extra work': 'How a change is asked for, what it costs in days and money, and who agrees to it.',
    'Measures of success': 'Three to five figures, each with where it stands and where it should be.',
  },
  money: {
    Budget: 'How much there is, and for how long.',
    'Least pay': 'Below which it is not worth it for the one who does the work.',
    'Fee and split': 'What is paid for the work, and how what comes in is divided.',
    'Base of the split': 'Gross or net, and what comes off before: most disputes about shares begin here.',
    'When it is paid': 'On delivery or publication, after how many days, and what happens when it is late.',
    Costs: 'Who pays for what, and up to which amount without asking.',
    'Guarantee and milestones': 'What is paid in any case, and what is held back until something is accepted.',
    'Sight of the figures': 'Where both can read what came in, without asking.',
  },
  rights: {
    Ownership: 'Whose the works are once they are made, and those that were there before.',
    Licence: 'For how long, where and in which channels the other side may use them, and whether it may change them.',
    Exclusivity: 'What may not be done with others, and what is paid for that.',
    'Creative freedom': 'What one side decides alone about the form.',
    'Kept in trust':
      'What a third party holds, such as files, code or a deposit, and when it hands it over: it helps if one side is gone.',
    'Works of others': 'Music, pictures and software need licences: who gets them and keeps the proof.',
    'Names and logos': 'Who may use whose name, and who looks at it first.',
    Disclosure: 'How the audience learns that it is a partnership; in many countries it has to.',
    Data: 'What is shared about people, how it is protected, who answers for it.',
  },
  deciding: {
    'Who decides what': 'A list of who decides alone, and what needs both.',
    'Major decisions': 'What takes the consent of everybody.',
    Approvals: 'Who signs off money and publications.',
    Escalation: 'Who is asked next, and after how many days.',
    Mediator: 'Somebody outside whom both accept, named before there is a quarrel.',
  },
  'working together': {
    'Answering times': 'What is fast enough for one is rude to another.',
    'Meetings and reviews': 'How often you talk about the work, the figures and the direction.',
    Tools: 'One place each for talk, files and figures.',
    Confidentiality: 'What stays between you, and for how long.',
    'Competing work': 'What neither does with others meanwhile; too much of it frightens good partners away.',
    Conduct: 'Which behaviour ends it at once.',
  },
  ending: {
    'Length and pilot': 'When it begins, when the pilot ends, and how it is decided to go on.',
    Notice: 'How long before; 30 days are usual.',
    'Winding down': 'What happens to work under way, and who is paid for it.',
    'What stays with whom': 'Works, names, accounts and audiences after the end.',
    'Return of data': 'What is given back or deleted, and by when.',
    'Handing over': 'Who helps whoever carries on, and for how long.',
    'Beyond control': 'What counts as force majeure, and what happens then.',
    'Change of control': 'What happens if one side is sold or led by others.',
    Liability: 'Who answers when somebody claims that a work was theirs.',
  },
};

/** What is decided again and again. */
export const MATTERS = [
  'Money within the budget',
  'Money beyond the budget',
  'The form of the work',
  'Publishing',
  'Scope and extra work',
  'People and time',
  'Names and logos',
  'Going on or ending',
] as const;
