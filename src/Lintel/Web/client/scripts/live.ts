import { onPage } from "./page.ts";
import { refresh } from "./refresh.ts";

// Times told from now ("in 20 min") grow old; so does a page in a tab that nobody looks at.
const EACH_MS = 60_000;

const SOON_MS = 1_000;

// Several events come of one change: one look is enough for all.
const GATHER_MS = 250;

/** Keeps what is on the screen true: when the server says that something happened, each minute, and when one comes back to the page. */
export function live(): void {
  let waiting = 0;
  const look = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (!document.hidden && document.querySelector("[data-live]")) {
        void refresh();
      }
    }, GATHER_MS);
  };

  // Something is under way that one waits for.
  onPage(() => {
    if (document.querySelector("[data-soon]")) {
      setTimeout(look, SOON_MS);
    }
  });

  setInterval(look, EACH_MS);
  document.addEventListener("visibilitychange", look);

  const stream = document.documentElement.dataset["events"];
  if (stream) {
    // Only while someone looks: a browser has six connections to a server for all its tabs together.
    let events: EventSource | null = null;
    const listen = (): void => {
      events?.close();
      events = null;
      if (!document.hidden) {
        // It connects again by itself; where there is no such stream, it gives up after the first answer, and the minute's look remains.
        events = new EventSource(stream);
        events.addEventListener("message", look);
      }
    };
    document.addEventListener("visibilitychange", listen);
    listen();
  }
}
