import { call, refusal } from '../../functions/support/call';

type Given = unknown[];
type Answered = [clause: string, name: string, given: Given, answer: unknown];
type Refused = [clause: string, name: string, given: Given, message: string];

export const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

export function holds(answered: Answered[], refused: Refused[] = []): void {
  if (answered.length > 0)
    it.each(answered)('%s: %s%j', (_, name, given, answer) => {
      expect(call(name, ...given)).toEqual(answer);
    });
  if (refused.length > 0)
    it.each(refused)('%s: %s%j is refused', (_, name, given, message) => {
      expect(refusal(name, ...given)).toBe(`${name}: ${message}`);
    });
}

/** Terms of two parties, of whom one has a share. */
export const TERMS = (share: unknown, from: unknown = '') => [
  ['Party', 'Term', 'Value', 'Effective from'],
  ['Studio', 'payer', '', ''],
  ['Brand', 'share', share, from],
];
