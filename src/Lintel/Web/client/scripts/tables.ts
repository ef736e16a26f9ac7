import { from, onPage } from "./page.ts";

/** Choosing rows: all of a page at once, a stretch with shift, and what can be done with them as soon as there are some. */
export function tables(): void {
  let last: HTMLInputElement | null = null;

  document.addEventListener("click", (event) => {
    const box = from<HTMLInputElement>(event, ".data-table input[type=checkbox]");
    if (!box) {
      return;
    }
    const formId = box.dataset["selectAll"] ?? box.getAttribute("form") ?? "";
    const rows = boxesOf(formId);
    if (box.dataset["selectAll"]) {
      rows.forEach((row) => (row.checked = box.checked));
    } else if (event.shiftKey && last && rows.includes(last)) {
      const [from, to] = [rows.indexOf(last), rows.indexOf(box)].sort((a, b) => a - b) as [number, number];
      rows.slice(from, to + 1).forEach((row) => (row.checked = box.checked));
    }
    last = box;
    show(formId);
  });

  document.addEventListener("click", (event) => {
    const clear = from(event, "[data-choose-none]");
    if (clear) {
      const formId = clear.dataset["chooseNone"] ?? "";
      boxesOf(formId).forEach((row) => (row.checked = false));
      show(formId);
    }
  });

  onPage(() => document.querySelectorAll<HTMLElement>("[data-bulk]").forEach((bar) => show(bar.dataset["bulk"]!)));
}

function boxesOf(formId: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`.data-table input[name=id][form="${formId}"]`)];
}

function show(formId: string): void {
  const rows = boxesOf(formId);
  const chosen = rows.filter((row) => row.checked).length;
  const all = document.querySelector<HTMLInputElement>(`[data-select-all="${formId}"]`);
  if (all) {
    all.checked = chosen > 0 && chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  }
  const bar = document.querySelector(`[data-bulk="${formId}"]`);
  bar?.classList.toggle("has-chosen", chosen > 0);
  // A link that is about the chosen ones names them.
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`[data-chosen-link="${formId}"]`)) {
    link.search = new URLSearchParams({ ids: rows.filter((row) => row.checked).map((row) => row.value).join(",") }).toString();
  }
  const count = bar?.querySelector("[data-chosen-count]");
  if (count) {
    count.textContent = String(chosen);
  }
}
