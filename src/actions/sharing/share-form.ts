import { contributions } from '../../registers/contributions';
import { parties } from '../../registers/settings';
import { choice } from '../../schema/column';
import type { Choice, Form } from '../../schema/form';

export const ROLES = ['editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What somebody will be able to do, said before and after. */
export const CAN: Record<Role, string> = {
  editor:
    'works in this same sheet with the same forms: logs, answers for their side, reviews, corrects rows. Computed columns, ' +
    'headings and terms ask before they are changed by hand; closed periods are locked, for everybody but the owner. ' +
    'Google asks for their consent when they first use the menu.',
  viewer: 'sees every figure, and changes nothing: no menu, no forms, no answers to entries.',
};

export const roleChoices = (): Choice[] => [
  { value: 'editor', hint: `An editor ${CAN.editor}` },
  { value: 'viewer', hint: `A viewer ${CAN.viewer}` },
];

/** *Share with partner*: whom to let in, and as what. */
export const shareForm: Form = {
  id: 'share',
  title: 'Share with partner',
  introduction: 'Lets somebody into this sheet. Whoever is in sees all of it, every side’s terms and amounts too.',
  submit: 'Share',
  fields: [
    {
      key: 'side',
      column: contributions.columns.party,
      required: true,
      label: 'Their side',
      help: 'The side that they belong to.',
      half: true,
    },
    { key: 'role', column: choice('Role', CAN.editor, { listed: ROLES }), required: true, half: true },
    {
      key: 'address',
      column: parties.columns.email,
      required: true,
      label: 'Their e-mail address',
      help: 'The address of the Google account that they use. An editor’s is also noted beside their side in Settings.',
    },
  ],
};
