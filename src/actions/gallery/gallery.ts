import { REGISTERS } from '../../registers';
import { CHAPTERS } from '../../registers/packs';
import { settings } from '../../registers/settings';
import { answering, type Refused } from '../answering';
import { leavingWith, takeOutPacks } from '../setting-up/leave-packs';
import { ADDABLE, packsIn, tabsOfPack, type Addable } from '../setting-up/packs';
import { addPacks } from '../setting-up/set-up';
import { readyTabs, type ReadyTabs } from '../tabs';
import { NotReady, type Workbook } from '../workbook';
import { lostWith } from '../setting-up/lost-with';

/** A page that can be added; `tabId` is the tab that it opens with, where it is there. Plain: it crosses to the sidebar. */
export interface Card extends Pick<Addable, 'id' | 'name' | 'question'> {
  tabId: string | null;
}

export interface Gallery {
  kind: 'gallery';
  chapters: { name: string; question: string; cards: Card[] }[];
}

/** What became of it: done, or a question before rows are lost. */
export type Changed = { kind: 'changed'; message: string; gallery: Gallery } | { kind: 'asks'; message: string };

/** The pages by chapter: what there is, and what this sheet has. */
export const openGallery = (workbook: Workbook): Gallery | Refused => answering(() => galleryOf(readyFor(workbook)));

/** The tabs of a sheet that is set up, and in which none was duplicated. */
function readyFor(workbook: Workbook): ReadyTabs {
  const ready = readyTabs(workbook);
  for (const register of [settings, ...REGISTERS.filter((one) => ready.has(one))]) ready(register);
  return ready;
}

function galleryOf(ready: ReadyTabs): Gallery {
  const standing = packsIn(ready.all);
  const cardOf = ({ id, name, question }: Addable): Card => ({
    ...{ id, name, question },
    tabId: standing.includes(id) ? tabsOfPack(id).find((tab) => ready.has(tab))!.id : null,
  });
  const chapters = CHAPTERS.map(({ id, name, question }) => ({
    ...{ name, question },
    cards: ADDABLE.filter(({ chapter }) => chapter === id).map(cardOf),
  }));
  return { kind: 'gallery', chapters: chapters.filter(({ cards }) => cards.length > 0) };
}

/** Adds a page with everything it begins with. What stands stays as it is. */
export const addPage = (workbook: Workbook, id: string): Changed | Refused =>
  answering(() => {
    const { name } = addable(id);
    readyFor(workbook);
    const outcome = addPacks(workbook, [id]);
    if (outcome.kind === 'refused') return outcome;
    if (outcome.kind === 'errors') throw new NotReady(Object.values(outcome.errors).join(' '));
    return { kind: 'changed', message: `${name} is there now.`, gallery: galleryOf(readyTabs(workbook)) };
  });

/** Takes a page out of the sheet: at once while nothing was entered in it, otherwise when that was agreed to. */
export const removePage = (workbook: Workbook, id: string, evenWithRows: boolean): Changed | Refused =>
  answering((): Changed => {
    const { name } = addable(id);
    return workbook.exclusively((): Changed => {
      const ready = readyFor(workbook);
      const leaving = leavingWith([id], ready.all);
      if (leaving.length === 0) return { kind: 'changed', message: `${name} is not there.`, gallery: galleryOf(ready) };
      const lost = evenWithRows ? [] : leaving.flatMap(lostWith);
      if (lost.length > 0) {
        const message = `${name} holds ${inWords(lost)}. They would be gone; only File › Version history could bring them back.`;
        return { kind: 'asks', message };
      }
      takeOutPacks(workbook, ready.all, [id], leaving);
      return { kind: 'changed', message: `${name} was removed.`, gallery: galleryOf(readyTabs(workbook)) };
    });
  });

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;

/** @throws NotReady where an older sidebar asks for a page that there is no more */
function addable(id: string): Addable {
  const found = ADDABLE.find((one) => one.id === id);
  if (!found) throw new NotReady('This page does not exist any more. Close the sidebar and open Pages again.');
  return found;
}
