import { onPage } from "./page.ts";

interface Part {
  start(): void;
}

const started = new Set<string>();

/** Loads what only some pages need when one of those is opened: charts, the board. */
export function lazy(): void {
  onPage(() => {
    load("charts", "[data-chart]");
    load("board", "[data-board-column], [data-plan-day]");
  });
}

function load(name: string, selector: string): void {
  // The address carries a fingerprint, which the server knows.
  const address = document.documentElement.dataset[name];
  if (address && !started.has(name) && document.querySelector(selector)) {
    started.add(name);
    void import(address).then((part: Part) => part.start());
  }
}
