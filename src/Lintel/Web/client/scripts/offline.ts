import { allKept, drop } from "./kept.ts";
import { from } from "./page.ts";
import { PAGES } from "./readers.ts";
import { refresh } from "./refresh.ts";
import { toast } from "./toasts.ts";
import { word } from "./tray.ts";

// A sign-out waits no longer than this for the cleaning up; the server's answer has the browser clean up too (Clear-Site-Data).
const PATIENCE_MS = 2_000;

/** Registers the service worker, and leaves nothing behind for whoever uses this browser next. Browsers have all this over TLS and on localhost. */
export function offline(): void {
  const { serviceWorker } = navigator;
  if (!isSecureContext || !serviceWorker) {
    return;
  }
  const isFirst = !serviceWorker.controller;
  void serviceWorker.register("/app/worker.js", { scope: "/app", updateViaCache: "none" }).catch(() => null);
  if (isFirst) {
    // This page came before there was anybody to keep it.
    serviceWorker.addEventListener("controllerchange", () => void refresh(), { once: true });
    // A page that was on its way while the worker began is not among those that it took by itself.
    void serviceWorker.ready.then((worker) => worker.active?.postMessage("claim"));
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") {
      return;
    }
    const isNowhere = !navigator.onLine;
    if (isNowhere || form.hasAttribute("data-sign-out")) {
      event.preventDefault();
      event.stopPropagation();
      if (isNowhere) {
        // The browser would leave the page for one of its own.
        toast(word("nowhere"));
      } else {
        void signOut(form);
      }
    }
  }, { capture: true });

  // The page without a network, at the address of another.
  document.addEventListener("click", (event) => {
    if (from(event, "[data-reload]")) {
      location.reload();
    }
  });
  addEventListener("online", () => {
    if (document.querySelector("[data-no-network]")) {
      location.reload();
    }
  });
}

async function signOut(form: HTMLFormElement): Promise<void> {
  const unsent = (await allKept().catch(() => [])).filter((item) => item.state !== "sent");
  if (unsent.length === 0 || confirm(word("signOut").replace("{0}", String(unsent.length)))) {
    await Promise.race([forgetAll().catch(() => null), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
    form.submit();
  }
}

async function forgetAll(): Promise<void> {
  await drop(...(await allKept()).map((item) => item.key));
  const pages = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  await Promise.all(pages.map((name) => caches.delete(name)));
}
