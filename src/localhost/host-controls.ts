import type { Host } from './host-contract';
import type { StoredTrigger } from './trigger-store';

/** A host with what Google decides elsewhere: in its dialogs, in its settings, and as time passes. */
export interface ControlledHost extends Host {
  /** The person gets the add-on from the store while they look at the file: `onInstall` runs. */
  install(user: string): void;
  /** The triggers that scripts have installed, of everybody. */
  triggersInstalled(): readonly StoredTrigger[];
  /** Runs an installed trigger by hand, as its creator. @throws Error when there is none with that id */
  runTrigger(id: string): void;
  /** Lets time pass for scripts, caches and triggers: time-driven triggers that are due meanwhile run at their time. */
  passTime(milliseconds: number): void;
  /**
   * *File › Make a copy* by a person, into a file that does not exist yet: cells, metadata and protections are copied, document
   * and script properties, triggers and other people's access are not. @throws Error when there is such a file
   */
  makeCopy(file: string, user: string): void;
  /** Says whether a person has authorised the project. Where they have not, menu items and `google.script.run` fail. */
  setAuthorised(user: string, authorised: boolean): void;
}
