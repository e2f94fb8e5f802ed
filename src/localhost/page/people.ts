import type { PageRole } from '../contract/protocol';
import { element, keepKeys } from './dom';

interface Person {
  label: string;
  email: string;
  role?: PageRole;
}

/** Whom the page can be looked at as. An empty e-mail: Google shows none for many accounts. */
const people: Person[] = [
  { label: 'Owner', email: 'owner@example.com' },
  { label: 'Partner', email: 'partner@example.com' },
  { label: 'Partner who has not authorised', email: 'newcomer@example.com', role: 'newcomer' },
  { label: 'Viewer, who may only look', email: 'viewer@example.com', role: 'viewer' },
  { label: 'Somebody without a visible e-mail', email: '' },
];

/** What the host is to know of a person of the list, who is an editor by default. */
export function roleOf(user: string): PageRole | undefined {
  return people.find(({ email }) => email === user)?.role;
}

/** The person this page is for: `?user=` of its address, the owner without it. */
export function currentUser(): string {
  return new URLSearchParams(location.search).get('user') ?? people[0]!.email;
}

/** The switch "You are": loads the page anew as the chosen person. */
export function peopleSwitch(user: string): HTMLElement {
  const known = people.some(({ email }) => email === user) ? people : [{ label: 'Guest', email: user }, ...people];
  const select = element(
    'select',
    { title: 'The same workbook, seen by somebody else' },
    ...known.map(({ label, email }) =>
      element('option', { value: email, selected: email === user }, email === '' ? label : `${label} · ${email}`),
    ),
  );
  select.addEventListener('change', () => {
    const address = new URL(location.href);
    address.searchParams.set('user', select.value);
    location.assign(address);
  });
  const label = element('label', { class: 'people' }, element('span', {}, 'You are'), select);
  keepKeys(label);
  return label;
}
