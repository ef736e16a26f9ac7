// The page as it is, and as it becomes: navigation between pages exchanges the content of the one document, so nothing here runs "on load" once.

interface Blazor {
  addEventListener(type: "enhancedload", listener: () => void): void;
  navigateTo(url: string, options?: { replaceHistoryEntry?: boolean }): void;
}

declare global {
  interface Window {
    Blazor?: Blazor;
  }
}

const pageListeners: (() => void)[] = [];

/** Calls back now, after each navigation, and after a part of the page was fetched again. */
export function onPage(listener: () => void): void {
  pageListeners.push(listener);
  listener();
}

/** Tells that the page, or part of it, is new. */
export function pageChanged(): void {
  for (const listener of pageListeners) {
    listener();
  }
}

/** Goes to a page of ours the quick way where there is one. */
export function go(address: string, replace = false): void {
  if (window.Blazor) {
    window.Blazor.navigateTo(address, { replaceHistoryEntry: replace });
  } else {
    location.assign(address);
  }
}

/**
 * Calls back with an element when it appears and is of that kind, and again when navigation put another one's content into it. What it returns
 * is called when that one is gone.
 */
export function island(selector: string, begin: (element: HTMLElement) => (() => void) | void): void {
  const running = new Map<HTMLElement, { content: string; end: (() => void) | void }>();
  onPage(() => {
    for (const [element, { content, end }] of running) {
      if (!element.isConnected || !element.matches(selector) || contentOf(element) !== content) {
        end?.();
        running.delete(element);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (!running.has(element)) {
        running.set(element, { content: contentOf(element), end: begin(element) });
      }
    }
  });
}

// What the server said about it, as opposed to what scripts made of it: an island that draws does so in an element of its own.
function contentOf(element: HTMLElement): string {
  return Object.values(element.dataset).join("\n") + (element.querySelector("table, template")?.textContent ?? "");
}

/** The element that an event came from, or one around it. */
export function from<T extends Element = HTMLElement>(event: Event, selector: string): T | null {
  return event.target instanceof Element ? event.target.closest<T>(selector) : null;
}

/** Whether keys that are pressed are text. */
export function isTyping(): boolean {
  const at = document.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || at.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));
}

/** What is on the screen, as opposed to in a closed menu or in the other of two bars. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility();
}
