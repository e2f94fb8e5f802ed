import { range } from '../runner/argument';
import { labelKind, nameKey, yesNoKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Candidates } from './candidates';

export const partnerStage = defineFunction({
  name: 'PARTNER_STAGE',
  arguments: [range('answers', yesNoKind), range('stages', labelKind)],
  compute(answers, stages) {
    const candidates = new Candidates(answers, stages);
    const labels = candidates.weightList('a stage');
    // The stages in the order in which they first appear, and the place of each item's stage among them.
    const order: (string | number)[] = [];
    const places = new Map<string, number>();
    const placeOf = labels.map((label) => {
      const key = nameKey(String(label));
      if (!places.has(key)) places.set(key, order.push(label) - 1);
      return places.get(key)!;
    });
    return candidates.answer((list) => {
      let reached = order.length;
      placeOf.forEach((place, i) => {
        if (list[i] !== true && place < reached) reached = place;
      });
      return order[reached - 1] ?? null;
    });
  },
});
