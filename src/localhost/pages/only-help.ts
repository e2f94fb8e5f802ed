import type { ScriptFailure } from '../script/execution';
import type { Project } from '../project/project';
import type { Menu } from '../contract/protocol';

const ADD_ON_MENU = /\.\s*createAddonMenu\s*\(/;

/** Whether the project is one that puts up a menu under Extensions. */
export function hasAddOnMenu({ sources }: Pick<Project, 'sources'>): boolean {
  return sources.some(({ text }) => ADD_ON_MENU.test(text));
}

/** What is left of an add-on's menu where `onOpen` has failed, as when the script calls a service before any function runs. */
export function onlyHelp(name: string, { message, line }: ScriptFailure): Menu {
  const where = line === undefined ? '' : ` (line ${line})`;
  const help = `The menu of ${name} is missing because its onOpen has failed: ${message}${where}\n\nExtensions › Executions lists what has been run.`;
  return { place: 'addon', name, items: [{ caption: 'Help', help }] };
}
