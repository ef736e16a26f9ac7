// Whose pages are kept. There are never those of two people: whoever comes next, or nobody, ends the keeping for the one before.
import { PAGES } from "../scripts/readers.ts";

/** Forgets the pages of everybody but one reader. */
export async function forget(except?: string): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== PAGES + except);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The pages that are kept, whosever they are. */
export async function kept(): Promise<Cache | null> {
  const name = (await caches.keys()).find((one) => one.startsWith(PAGES));
  return name === undefined ? null : await caches.open(name);
}
