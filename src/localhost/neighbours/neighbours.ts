import { randomUUID } from 'node:crypto';
import type { HostOptions } from '../contract/host';
import type { StateValue } from '../contract/state';
import { ServiceError } from '../contract/service-error';
import type { OpenedBook, OtherBooks } from '../services/base/environment';
import type { Folder } from './folder';
import { NeighbourBook, type Surroundings } from './neighbour-book';

/** Other workbooks of the folder that scripts open by their ids, for as long as the execution runs. */
export class Neighbours implements OtherBooks {
  private readonly open_ = new Map<string, NeighbourBook>();

  /** @param folder undefined where the workbook is kept in memory */
  constructor(
    private readonly folder: Folder | undefined,
    private readonly at: Surroundings,
    private readonly writeBytes?: HostOptions['writeBytes'],
  ) {}

  open(id: string): OpenedBook {
    const known = this.open_.get(id);
    if (known) return known;
    const path = this.folder?.find(id);
    if (path === undefined) {
      throw new ServiceError(
        `No spreadsheet with the id ${id} is kept in this folder: others are not part of this local spreadsheet.`,
      );
    }
    return this.opened(id, path);
  }

  create(name: string, user: string): { id: string; book: OpenedBook } {
    if (!this.folder) {
      throw new ServiceError('This spreadsheet is kept in memory alone: no other can be made beside it.');
    }
    const id = randomUUID();
    const state = { spreadsheetId: id, name, ...(user !== '' && { people: [user] }) };
    return { id, book: this.opened(id, this.folder.pathFor(name), state) };
  }

  /** To be called when an execution has ended: what it changed is written. @throws NotWritten when it cannot be */
  letGo(): void {
    const books = [...this.open_.values()];
    this.open_.clear();
    const failures: unknown[] = [];
    for (const book of books) {
      for (const step of [() => book.keep(), () => book.close()]) {
        try {
          step();
        } catch (error) {
          failures.push(error);
        }
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private opened(id: string, path: string, begins?: Record<string, StateValue>): NeighbourBook {
    let book: NeighbourBook;
    try {
      book = NeighbourBook.open(path, this.at, this.writeBytes, begins);
    } catch (error) {
      throw new ServiceError((error as Error).message);
    }
    this.open_.set(id, book);
    return book;
  }
}
