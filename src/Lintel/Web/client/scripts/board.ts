import Sortable from "sortablejs";
import { HOW } from "./dragging.ts";
import { from, onPage } from "./page.ts";
import { plans } from "./plans.ts";
import { refresh } from "./refresh.ts";

/** Cards are dragged from column to column, or moved by a menu from the keyboard; columns grow as one comes to their end. */
export function start(): void {
  plans();
  const seen = new IntersectionObserver((entries) => {
    const link = entries.find((entry) => entry.isIntersecting)?.target;
    if (link instanceof HTMLAnchorElement) {
      seen.unobserve(link);
      history.replaceState(history.state, "", link.href);
      void refresh(link.href);
    }
  });

  onPage(() => {
    seen.disconnect();
    document.querySelectorAll("[data-board-more]").forEach((link) => seen.observe(link));
    document.querySelectorAll<HTMLElement>("[data-board-column]").forEach((column) => {
      if (!Sortable.get(column)) {
        drag(column);
      }
    });
  });

  let moving = "";
  document.addEventListener("click", (event) => {
    const opener = from(event, "[data-move]");
    const dialog = document.getElementById("move-to");
    if (opener && dialog instanceof HTMLDialogElement) {
      moving = opener.dataset["move"]!;
      dialog.showModal();
    }
    const choice = from(event, "[data-move-to]");
    if (choice) {
      choice.closest("dialog")?.close();
      move(moving, choice.dataset["moveTo"]!);
    }
  });
}

function drag(column: HTMLElement): void {
  Sortable.create(column, {
    ...HOW,
    group: "board",
    draggable: ".card",
    onEnd: ({ item, from: before, to }) => {
      if (before !== to) {
        move(item.dataset["lead"]!, to.dataset["boardColumn"]!);
      }
    },
  });
}

/** Sends the form that the page has for it: the answer shows the board as it then is, and offers to undo. */
function move(lead: string, status: string): void {
  const form = document.getElementById("move") as HTMLFormElement;
  (form.elements.namedItem("id") as HTMLInputElement).value = lead;
  (form.elements.namedItem("status") as HTMLInputElement).value = status;
  form.requestSubmit();
}
