import { isTyping, isVisible } from "./page.ts";

// Two keys of one shortcut ("g l") come within this.
const PAUSE_MS = 1_000;

/**
 * Shortcuts are said where they act: data-key="n" on a button or a link clicks it, or puts the caret into a field. The help sheet (?) lists those
 * of the page one is on.
 */
export function keys(): void {
  let before = "";
  let beforeAt = 0;

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-open="palette"]')?.click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping() || document.querySelector("dialog:modal") || event.key.length > 1) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      help();
      return;
    }
    const pair = performance.now() - beforeAt < PAUSE_MS ? `${before} ${event.key}` : "";
    const target = find(pair) ?? find(event.key);
    [before, beforeAt] = [event.key, performance.now()];
    if (target) {
      event.preventDefault();
      before = "";
      press(target);
    }
  });
}

function find(key: string): HTMLElement | undefined {
  return key === "" ? undefined : [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].find(isVisible);
}

function press(target: HTMLElement): void {
  if (target.matches("input, textarea, select")) {
    target.focus();
    if (target instanceof HTMLInputElement) {
      target.select();
    }
  } else {
    target.click();
  }
}

function help(): void {
  const sheet = document.getElementById("keys");
  const list = sheet?.querySelector("[data-keys-list]");
  if (!(sheet instanceof HTMLDialogElement) || !list) {
    return;
  }
  const seen = new Map<string, string>([["Ctrl K", nameOf(document.querySelector<HTMLElement>('[data-open="palette"]'))]]);
  for (const target of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = target.dataset["key"]!;
    if (!seen.has(key) && isVisible(target)) {
      seen.set(key, nameOf(target));
    }
  }
  list.replaceChildren(...[...seen].flatMap(([key, name]) => [term(key), description(name)]));
  sheet.showModal();
}

function term(keys: string): HTMLElement {
  const dt = document.createElement("dt");
  dt.append(...keys.split(" ").map((key) => {
    const kbd = document.createElement("kbd");
    kbd.className = "kbd kbd-sm";
    kbd.textContent = key;
    return kbd;
  }));
  return dt;
}

function description(name: string): HTMLElement {
  const dd = document.createElement("dd");
  dd.textContent = name;
  return dd;
}

function nameOf(target: HTMLElement | null): string {
  return (target?.getAttribute("aria-label") ?? target?.title) || (target?.querySelector(".word") ?? target)?.textContent?.trim() || "";
}
