import Sortable from "sortablejs";
import { HOW } from "./dragging.ts";
import { onPage } from "./page.ts";

/** What is planned is dragged from day to day, and keeps its time of day; the form for it is on the page. */
export function plans(): void {
  onPage(() => {
    for (const day of document.querySelectorAll<HTMLElement>("[data-plan-day]")) {
      if (!Sortable.get(day)) {
        drag(day);
      }
    }
  });
}

function drag(day: HTMLElement): void {
  Sortable.create(day, {
    ...HOW,
    group: "plans",
    draggable: ".plan[data-plan]",
    sort: false,
    onEnd: ({ item, from, to }) => {
      const form = document.getElementById("move");
      if (from !== to && form instanceof HTMLFormElement) {
        (form.elements.namedItem("plan") as HTMLInputElement).value = item.dataset["plan"]!;
        (form.elements.namedItem("at") as HTMLInputElement).value = `${to.dataset["planDay"]}T${item.dataset["time"]}`;
        form.requestSubmit();
      }
    },
  });
}
