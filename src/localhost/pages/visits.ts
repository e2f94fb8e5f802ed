import type { People } from '../access/people';
import type { PageConnection, PageSession } from '../contract/host';
import type { FromPage, Selection } from '../contract/protocol';
import type { ChangeLog } from '../file/change-log';
import type { Imports } from '../neighbours/imports';
import type { Project } from '../project/project';
import type { Executions } from '../script/executions';
import type { Questions } from '../script/questions';
import type { Triggers } from '../triggers/triggers';
import type { Workbook } from '../workbook/workbook';
import { hasAddOnMenu, onlyHelp } from './only-help';
import type { PageEdits } from './page-edits';
import type { Page, PageHub } from './page-hub';
import type { PageNews } from './page-news';
import type { ProtectionNews } from './protection-news';
import type { Turns } from './turns';

/** What a visit of a page has to do with. */
interface Surroundings {
  title: string;
  project: Pick<Project, 'sources' | 'functionHelp'>;
  workbook: Workbook;
  people: People;
  executions: Pick<Executions, 'prepareThread'>;
  triggers: Triggers;
  questions: Questions;
  imports: Imports;
  hub: PageHub;
  log: Pick<ChangeLog, 'forgetSpill'>;
  news: PageNews;
  protectionNews: ProtectionNews;
  edits: PageEdits;
  turns: Turns;
}

/** Pages come, say what their people do, and go. */
export class Visits {
  constructor(private readonly at: Surroundings) {}

  /** A page joins: it is sent the snapshot, and `onOpen` runs for its user. */
  begin(connection: PageConnection): PageSession {
    const { executions, people, workbook, hub, log, news, protectionNews, questions, turns } = this.at;
    const { user, role } = connection;
    executions.prepareThread();
    const page = turns.take(() => {
      if (role === 'viewer') people.addViewer(user);
      else people.note(user);
      if (role === 'newcomer') people.setAuthorised(user, false);
      workbook.settle();
      turns.publish();
      const joined = hub.join(connection);
      log.forgetSpill();
      news.join();
      return joined;
    });
    turns.take(() => this.open(user));
    page.send({ type: 'functions', functions: this.at.project.functionHelp });
    news.welcome(page);
    protectionNews.welcome(page);
    for (const question of questions.of(user)) page.send(question);
    return {
      // What triggers do because of an edit is done for whoever has edited.
      receive: (message) => turns.take(() => this.receive(page, message), message.type === 'edit' ? user : undefined),
      close: () => hub.leave(page),
    };
  }

  private open(user: string): void {
    const { people, triggers, project, title, hub } = this.at;
    people.clearMenus(user);
    const failure = triggers.opened(user);
    if (failure && hasAddOnMenu(project) && people.menusOf(user).length === 0) {
      people.showMenu(user, onlyHelp(title, failure));
    }
    hub.tell(user, { type: 'menus', menus: people.menusOf(user) });
  }

  private receive(page: Page, message: FromPage): void {
    const { hub, edits, people, triggers, questions, log, workbook } = this.at;
    if (!hub.has(page)) return;
    switch (message.type) {
      case 'edit':
        edits.receive(page, message);
        break;
      case 'selection':
        people.select(page.user, selectionIn(message));
        triggers.selected(page.user, selectionIn(message));
        break;
      case 'answer':
        questions.answer(page.user, message.id, message);
        break;
      case 'allowImport':
        // A script never can.
        if (people.mayEdit(page.user)) workbook.calculateAgain(this.at.imports.allow(message.id));
        break;
      case 'refresh':
        page.refused = false;
        hub.sendSnapshot(page);
        log.forgetSpill();
    }
  }
}

function selectionIn({ sheetId, a1, others }: Selection): Selection {
  return { sheetId, a1, ...(others && others.length > 0 && { others }) };
}
