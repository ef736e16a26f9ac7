import { onPage } from "./page.ts";

interface Part {
  start(): void;
}

const LONGEST_MS = 1_000;

const started = new Set<string>();

/** Loads what only some pages need when one of those is opened: charts, the board. The page itself comes first. */
export function lazy(): void {
  onPage(() =>
    onceIdle(() => {
      load("charts", "[data-chart]");
      load("board", "[data-board-column], [data-plan-day]");
    }),
  );
}

function onceIdle(then: () => void): void {
  // Not every browser tells when it is idle.
  const idle = (): void => void ("requestIdleCallback" in window ? requestIdleCallback(then, { timeout: LONGEST_MS }) : setTimeout(then));
  if (document.readyState === "complete") {
    idle();
  } else {
    addEventListener("load", idle, { once: true });
  }
}

function load(name: string, selector: string): void {
  // The address carries a fingerprint, which the server knows.
  const address = document.documentElement.dataset[name];
  if (address && !started.has(name) && document.querySelector(selector)) {
    started.add(name);
    void import(address).then((part: Part) => part.start());
  }
}
