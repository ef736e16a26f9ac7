import { from, onPage } from "./page.ts";

const shown = new WeakMap<Element, string>();

/** Of tabs that do not all fit, brings the chosen one into sight, and each that the keyboard comes to; else, where one scrolls is one's own. */
export function tabs(): void {
  onPage(() => {
    for (const chosen of document.querySelectorAll<HTMLAnchorElement>(".tabs > [aria-current]")) {
      if (shown.get(chosen.parentElement!) !== chosen.href) {
        shown.set(chosen.parentElement!, chosen.href);
        center(chosen);
        // Letters that come later are wider or narrower.
        void document.fonts.ready.then(() => center(chosen));
      }
    }
  });
  document.addEventListener("focusin", (event) => {
    const tab = from(event, ".tabs > .tab:focus-visible");
    if (tab) {
      center(tab);
    }
  });
}

function center(tab: HTMLElement): void {
  const row = tab.parentElement!;
  const [around, box] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
  row.scrollLeft += box.left + box.width / 2 - (around.left + around.width / 2);
}
