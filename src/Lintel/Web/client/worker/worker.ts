// The service worker: what makes the pages open without a network. It answers for the files of this version, for pages that people read, and for
// nothing else: calls, forms, events and downloads go their way as if it were not there.
import { clientsClaim } from "workbox-core";
import { enable as enablePreload } from "workbox-navigation-preload";
import { registerRoute } from "workbox-routing";
import { sendKept } from "../scripts/kept.ts";
import { isPage, LastSeen } from "./pages.ts";
import { beginShell } from "./shell.ts";

declare const self: ServiceWorkerGlobalScope;

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

const offlinePage = beginShell();
registerRoute(isPage, new LastSeen(offlinePage));

// A new version answers at once. Pages that are open go on with the files of the version before, which are kept until the next (shell.ts).
void self.skipWaiting();
clientsClaim();
// A page is asked for while a sleeping worker still wakes.
enablePreload();

// The network is back, and perhaps no page is open.
self.addEventListener("sync", (event) => {
  if ((event as SyncEvent).tag === "kept") {
    (event as SyncEvent).waitUntil(
      sendKept().then(({ isReached }) => {
        if (!isReached) {
          throw new Error("Not reached: the browser tries again.");
        }
      }),
    );
  }
});

// A page asks to be looked after, too.
self.addEventListener("message", (event) => {
  if (event.data === "claim") {
    event.waitUntil(self.clients.claim());
  }
});
