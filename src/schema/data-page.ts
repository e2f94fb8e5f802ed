/**
 * Data that stands in an HTML file of the project, because what stands in the script is loaded with every formula's call.
 * It is JSON in a script element of a type that no browser runs.
 */
export const readDataPage = (page: string): unknown =>
  JSON.parse(page.slice(page.indexOf('{'), page.lastIndexOf('}') + 1));
