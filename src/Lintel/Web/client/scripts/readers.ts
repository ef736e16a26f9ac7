// How a browser names what it keeps for whom: what the server calls a reader (Reader.cs) is the person, a dot, and the agency that they are in.

/** Begins the name of the cache of a reader's pages. */
export const PAGES = "pages-";

/** Whether two readers are one person. */
export function isSamePerson(one: string, other: string): boolean {
  return one.split(".")[0] === other.split(".")[0];
}
