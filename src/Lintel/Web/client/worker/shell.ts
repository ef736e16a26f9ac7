import { cacheNames } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";

declare const self: ServiceWorkerGlobalScope & {
  /** What the program says of this version (SendWorker.cs). */
  lintel: { version: string; files: string[] };
};

const SHELL = "shell-";
const OFFLINE_PAGE = "/app/offline";
const THIRTY_DAYS_S = 30 * 24 * 3_600;

/** Keeps the files that every page needs, from the beginning; gives what is shown instead of a page that is not there. */
export function beginShell(): () => Promise<Response> {
  const { version, files } = self.lintel;
  const shell = new PrecacheController({ cacheName: SHELL + version });
  // An address with a fingerprint is one file for ever; the page is another one in each version.
  shell.precache([...files.map((url) => ({ url, revision: null })), { url: OFFLINE_PAGE, revision: version }]);
  registerRoute(new PrecacheRoute(shell, { ignoreURLParametersMatching: [], cleanURLs: false, directoryIndex: "" }));

  // What only some pages load is kept from its first use on; so is, for a page that is still open, what the version before had.
  const rest = new CacheFirst({ cacheName: cacheNames.runtime, plugins: [new ExpirationPlugin({ maxEntries: 60, maxAgeSeconds: THIRTY_DAYS_S })] });
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && /^\/(assets|_framework)\/.+\.[a-z0-9]{10}\.\w+$/.test(url.pathname),
    async (context) => (await caches.match(context.request, { ignoreVary: true })) ?? (await rest.handle(context)),
  );

  self.addEventListener("activate", (event) => event.waitUntil(forgetOldShells(SHELL + version)));
  return async () => (await shell.matchPrecache(OFFLINE_PAGE)) ?? Response.error();
}

/** All but this version's and the one before, which open pages may still be of. */
async function forgetOldShells(mine: string): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(SHELL) && name !== mine);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}
