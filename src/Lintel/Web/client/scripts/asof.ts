import { onPage } from "./page.ts";

// When what is on the screen was true, as far as this document knows.
let trueAt = Date.now();

/** Says on the page how old it is while there is no network: a page that the service worker kept carries its age, any other is as of its last look. */
export function asOf(): void {
  onPage(draw);
  addEventListener("offline", draw);
  addEventListener("online", draw);
}

/** Tells that the page was just fetched again. */
export function isTrueNow(): void {
  trueAt = Date.now();
  const line = document.querySelector<HTMLElement>("[data-as-of]");
  if (line) {
    line.dataset["asOf"] = "";
  }
}

/** Whether the page is not as it would be with a network. */
export function isStale(): boolean {
  return !navigator.onLine || (document.querySelector<HTMLElement>("[data-as-of]")?.dataset["asOf"] ?? "") !== "";
}

function draw(): void {
  const line = document.querySelector<HTMLElement>("[data-as-of]");
  if (!line) {
    return;
  }
  const kept = line.dataset["asOf"] ?? "";
  if (kept === "" && navigator.onLine) {
    trueAt = Date.now();
  }
  line.textContent = isStale() ? line.dataset["text"]!.replace("{0}", timeOf(kept === "" ? trueAt : Date.parse(kept))) : "";
  line.hidden = !isStale();
}

/** A moment as the page's language writes it: the time, and the day when that is another. */
export function timeOf(moment: number): string {
  const isToday = new Date(moment).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(isToday ? {} : { day: "numeric", month: "short" }),
  }).format(moment);
}
