import type { ProjectFile, ScriptProject } from './google';
import type { Workplace } from './workplace';

/** The one script project that there is. */
export function onlyProject(place: Workplace): [id: string, project: ScriptProject] {
  const projects = [...place.server.google.projects];
  expect(projects).toHaveLength(1);
  return projects[0]!;
}

/** The text of one of its files. */
export function source(files: ProjectFile[], name: string): string | undefined {
  return files.find((file) => file.name === name)?.source;
}
