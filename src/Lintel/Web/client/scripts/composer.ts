import { isStale } from "./asof.ts";
import { allKept, drop, keep, sendKept, type Kept } from "./kept.ts";
import { from, onPage } from "./page.ts";
import { refresh } from "./refresh.ts";
import { toast } from "./toasts.ts";
import { send, word } from "./tray.ts";

// Fields of the form itself, which the server's call does not know.
const OF_THE_FORM = /^_/;

/**
 * A note or a call is sent by the API's call with a key of its own, and not as the form: so it can be sent again when nobody knows whether it arrived,
 * and kept when there is no network. Everything else that a composer writes goes as the form it is.
 */
export function composer(): void {
  if (!isSecureContext) {
    return;
  }
  // Without a network there is nobody to ask for the form of the other kind: both are in the page.
  document.addEventListener("click", (event) => {
    const kind = new URL(from<HTMLAnchorElement>(event, ".composer .tab")?.href ?? "about:blank").searchParams.get("compose");
    if (isStale() && kind && choose(kind)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
  onPage(() => {
    const kind = new URLSearchParams(location.search).get("compose");
    if (kind && isStale()) {
      choose(kind);
    }
  });

  let [isPlain, isWriting] = [false, false];
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["later"] === undefined || isPlain || !kindOf(form)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (isWriting) {
      return;
    }
    isWriting = true;
    void write(form).finally(() => (isWriting = false)).then((isForTheServer) => {
      if (isForTheServer) {
        isPlain = true;
        delete form.dataset["sent"];
        form.requestSubmit();
        isPlain = false;
      }
    });
  }, { capture: true });
}

/** Sends it, or keeps it; gives whether the server is to say on the page what is wrong with it. */
async function write(form: HTMLFormElement): Promise<boolean> {
  const item = read(form);
  if (!item) {
    return true;
  }
  const done = partOf(form)?.dataset["done"] ?? "";
  try {
    await keep(item);
  } catch {
    // A browser that keeps nothing: it goes as the form it is.
    return true;
  }
  await sendKept();
  const now = (await allKept()).find((one) => one.key === item.key);
  if (now?.state === "refused") {
    await drop(item.key);
    return true;
  }
  form.reset();
  if (now?.state === "sent") {
    await drop(item.key);
    toast(done);
    await refresh();
    return false;
  }
  toast(word("kept"));
  void askForSync();
  await send();
  return false;
}

/** Has the browser wake the service worker when the network is back. Where it knows no such thing, what waits goes when a page is open again. */
async function askForSync(): Promise<void> {
  const worker = (await navigator.serviceWorker?.ready) as unknown as { sync?: { register(tag: string): Promise<void> } } | undefined;
  await worker?.sync?.register("kept").catch(() => null);
}

function read(form: HTMLFormElement): Kept | null {
  const reader = document.documentElement.dataset["reader"];
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string" && field[1].trim() !== "" && !OF_THE_FORM.test(field[0]));
  const body: Record<string, string> = Object.fromEntries(fields);
  const kind = kindOf(form);
  if (!reader || !kind) {
    return null;
  }
  const at = Date.now();
  if (kind === "call" && isStale()) {
    // The server would take it for made when it hears of it.
    body["completed_at"] = new Date(at).toISOString();
  }
  const { page, name, later } = form.dataset as Record<string, string>;
  return {
    key: crypto.randomUUID(), reader, kind, name: name!, page: page!, address: later!, body: JSON.stringify(body), text: body["message"] ?? "", at, state: "waiting",
  };
}

function kindOf(form: HTMLFormElement): string | undefined {
  return partOf(form)?.dataset["kind"];
}

/** The part of the form that is open, when what it asks for can be sent later. */
function partOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector<HTMLElement>("fieldset[data-done]:not(:disabled)");
}

/** Shows the form of one kind, when it is there. */
function choose(kind: string): boolean {
  const parts = [...document.querySelectorAll<HTMLFieldSetElement>(".composer fieldset[data-kind]")];
  if (!parts.some((part) => part.dataset["kind"] === kind)) {
    return false;
  }
  for (const part of parts) {
    part.hidden = part.disabled = part.dataset["kind"] !== kind;
  }
  for (const tab of document.querySelectorAll<HTMLAnchorElement>(".composer .tab")) {
    const isChosen = new URL(tab.href).searchParams.get("compose") === kind;
    tab.classList.toggle("tab-active", isChosen);
    if (isChosen) {
      tab.setAttribute("aria-current", "page");
    } else {
      tab.removeAttribute("aria-current");
    }
  }
  return true;
}
