import { pageChanged } from "./page.ts";

// Until this, a page that is on its way shows a line at the top; after it, the old one fades.
const SLOW_MS = 400;

/** Shows that a page is on its way, and tells the rest when it is there. */
export function navigation(): void {
  let slow = 0;
  const root = document.documentElement;

  const begin = (): void => {
    clearTimeout(slow);
    root.classList.add("is-loading");
    slow = window.setTimeout(() => root.classList.add("is-slow"), SLOW_MS);
  };
  const end = (): void => {
    clearTimeout(slow);
    root.classList.remove("is-loading", "is-slow");
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && isOurs(link) && !(event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)) {
      begin();
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement && event.target.hasAttribute("data-enhance")) {
      begin();
    }
  });
  addEventListener("pageshow", end);

  // Blazor's script comes before ours and is there.
  window.Blazor?.addEventListener("enhancedload", () => {
    end();
    pageChanged();
  });
}

function isOurs(link: HTMLAnchorElement): boolean {
  const isElsewhereOnPage = link.hash !== "" && link.pathname === location.pathname && link.search === location.search;
  return link.origin === location.origin && link.pathname.startsWith("/app") && !link.target && !link.download && !isElsewhereOnPage;
}
