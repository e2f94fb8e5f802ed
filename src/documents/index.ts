import type { Template, Templates } from './template';
import { alignment } from './templates/alignment';
import { brief } from './templates/brief';
import { charter } from './templates/charter';
import { exitPlan } from './templates/exit-plan';
import { kickOff } from './templates/kick-off';
import { memorandum } from './templates/memorandum';
import { playbook } from './templates/playbook';
import { retrospective } from './templates/retrospective';
import { reviewPack } from './templates/review-pack';
import { statement } from './templates/statement';
import { vision } from './templates/vision';

/** The documents, in the order of a partnership's life. */
export const DOCUMENTS: readonly Template[] = [
  alignment,
  vision,
  charter,
  memorandum,
  kickOff,
  brief,
  playbook,
  reviewPack,
  statement,
  retrospective,
  exitPlan,
];

export const TEMPLATES: Templates = Object.fromEntries(DOCUMENTS.map((document) => [document.id, document]));
