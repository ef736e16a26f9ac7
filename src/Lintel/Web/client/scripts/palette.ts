import { from, go } from "./page.ts";

const PAUSE_MS = 120;

/** The command palette: the server finds while one types; arrows and Enter choose. Places are narrowed here. */
export function palette(): void {
  let pause = 0;
  let asked = 0;

  const field = (): HTMLInputElement | null => document.querySelector("[data-palette]");
  const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("#palette [role=option]")].filter((item) => !item.hidden);

  const choose = (item: HTMLElement | undefined): void => {
    document.querySelector("#palette [aria-selected=true]")?.setAttribute("aria-selected", "false");
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) {
      item.id = "palette-chosen";
      items().filter((other) => other !== item).forEach((other) => other.removeAttribute("id"));
      field()?.setAttribute("aria-activedescendant", item.id);
    } else {
      field()?.removeAttribute("aria-activedescendant");
    }
  };

  const find = async (text: string): Promise<void> => {
    const mine = ++asked;
    const places = document.querySelector<HTMLElement>("[data-palette-places]");
    places?.querySelectorAll<HTMLElement>("[role=option]").forEach((item) => {
      item.hidden = !(item.textContent ?? "").toLowerCase().includes(text.toLowerCase());
    });
    if (places) {
      places.hidden = !places.querySelector("[role=option]:not([hidden])");
    }
    const answer = text === "" ? null : await fetch(`${field()?.dataset["palette"]}?q=${encodeURIComponent(text)}`).catch(() => null);
    const found = answer?.ok ? await answer.text() : "";
    const list = document.querySelector("[data-palette-found]");
    if (mine === asked && list) {
      list.replaceChildren(...new DOMParser().parseFromString(found, "text/html").body.childNodes);
      choose(items()[0]);
    }
  };

  document.addEventListener("input", (event) => {
    const input = from<HTMLInputElement>(event, "[data-palette]");
    if (input) {
      clearTimeout(pause);
      pause = window.setTimeout(() => void find(input.value.trim()), PAUSE_MS);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (!from(event, "[data-palette]")) {
      return;
    }
    const all = items();
    const at = all.findIndex((item) => item.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(all[(at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      (all[at] ?? all[0])?.click();
    }
  });

  document.addEventListener("click", (event) => {
    const item = from<HTMLAnchorElement>(event, "#palette a[role=option]");
    if (item && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      close();
      go(item.href);
    }
  });

  const close = (): void => {
    const input = field();
    (document.getElementById("palette") as HTMLDialogElement | null)?.close();
    if (input) {
      input.value = "";
      void find("");
    }
  };
}
