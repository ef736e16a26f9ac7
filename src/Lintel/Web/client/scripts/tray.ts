import { timeOf } from "./asof.ts";
import { allKept, drop, keep, onKept, sendKept, type Kept } from "./kept.ts";
import { from, onPage } from "./page.ts";
import { isSamePerson } from "./readers.ts";
import { refresh } from "./refresh.ts";

// So long something that was sent still says so.
const TOLD_MS = 60_000;
// Which words of the page say an answer that refuses.
const REFUSALS = new Map<number | undefined, string>([[403, "refusedForbidden"], [404, "refusedGone"]]);

let isSignedIn = true;

/** Shows what was written without a network and how it stands, and sends it when there is one again. */
export function tray(): void {
  if (!isSecureContext) {
    return;
  }
  // The page is new, or was fetched again: then there is a network.
  onPage(() => void send());
  onKept(() => void draw());
  addEventListener("online", () => void send());

  document.addEventListener("click", (event) => {
    const button = from(event, "[data-kept-again], [data-kept-drop]");
    if (button) {
      void act(button.dataset["keptAgain"], button.dataset["keptDrop"]);
    }
  });
}

/** Sends what waits, and shows what came of it. */
export async function send(): Promise<void> {
  const before = await mine();
  ({ isSignedIn } = await sendKept());
  const after = await mine();
  if (after.some((item) => item.state === "sent" && before.find((old) => old.key === item.key)?.state === "waiting")) {
    await refresh();
  }
  await draw();
}

/** A word of the page, which scripts say. */
export function word(name: string): string {
  return document.querySelector<HTMLElement>("[data-kept-words]")?.dataset[name] ?? "";
}

async function act(again: string | undefined, dropped: string | undefined): Promise<void> {
  const item = (await mine()).find((one) => one.key === (again ?? dropped));
  if (!item) {
    return;
  }
  if (again === undefined) {
    if (confirm(word("dropSure"))) {
      await drop(item.key);
    }
    return;
  }
  // What may have arrived long ago is a new one when its writer sends it again; so is what was refused, for an answer once given stays.
  const { triedAt: _, status: __, why: ___, ...rest } = item;
  await drop(item.key);
  await keep(item.state === "waiting" ? item : { ...rest, key: crypto.randomUUID(), state: "waiting" });
  await send();
}

/** What the reader of this page wrote. What another person left is forgotten. */
async function mine(): Promise<Kept[]> {
  const reader = document.documentElement.dataset["reader"];
  if (!reader) {
    return [];
  }
  const all = await allKept();
  const gone = all.filter((item) => !isSamePerson(item.reader, reader) || (item.state === "sent" && Date.now() - item.at > TOLD_MS));
  if (gone.length > 0) {
    await drop(...gone.map((item) => item.key));
  }
  return all.filter((item) => item.reader === reader && !gone.includes(item));
}

async function draw(): Promise<void> {
  const items = await mine();
  const unsent = items.filter((item) => item.state !== "sent");
  for (const button of document.querySelectorAll<HTMLElement>("[data-kept-tray]")) {
    button.hidden = unsent.length === 0;
    button.querySelector("[data-kept-count]")!.textContent = String(unsent.length);
  }
  for (const list of document.querySelectorAll<HTMLElement>("[data-kept-list]")) {
    const page = list.dataset["keptList"];
    list.replaceChildren(...(page ? items.filter((item) => item.page === page) : unsent).map((item) => row(item, !page)));
  }
}

function row(item: Kept, isNamed: boolean): HTMLElement {
  const row = make("li", "kept-item");
  row.dataset["state"] = item.state;
  const state = item.state === "waiting" && !isSignedIn ? "signedOut" : item.state;
  const head = make("p", "kept-head", make("b", "", word(item.kind)), make("span", "kept-state", word(state)), make("time", "", timeOf(item.at)));
  if (isNamed) {
    const link = make("a", "link", item.name);
    link.setAttribute("href", item.page);
    head.prepend(link);
  }
  row.append(head, make("p", "kept-text", item.text));
  if (item.state === "refused") {
    const said = make("span", "kept-detail", item.why ?? "");
    said.lang = "en";
    row.append(make("p", "kept-why", word(REFUSALS.get(item.status) ?? "refusedOther"), " ", said));
  }
  if (item.state !== "sent") {
    row.append(make("p", "kept-acts", button("keptAgain", item.key, word("again")), button("keptDrop", item.key, word("drop"))));
  }
  return row;
}

function button(act: string, key: string, text: string): HTMLElement {
  const made = make("button", "btn btn-sm", text);
  made.setAttribute("type", "button");
  made.dataset[act] = key;
  return made;
}

function make(name: string, look: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.className = look;
  made.append(...content);
  return made;
}
