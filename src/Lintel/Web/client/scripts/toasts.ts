import { from, island, pageChanged } from "./page.ts";

const SHOWN_MS = 8_000;

/** A toast goes when it was read: not while a pointer or the focus rests on it. */
export function toasts(): void {
  island("[data-toast]", (toast) => {
    let timer = 0;
    const wait = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => toast.remove(), SHOWN_MS);
    };
    const stay = (): void => clearTimeout(timer);
    toast.addEventListener("pointerenter", stay);
    toast.addEventListener("pointerleave", wait);
    toast.addEventListener("focusin", stay);
    toast.addEventListener("focusout", wait);
    wait();
    return stay;
  });

  document.addEventListener("click", (event) => from(event, "[data-dismiss]")?.closest("[data-toast]")?.remove());
}

/** Tells what a script did, as the server tells what a form did. */
export function toast(text: string): void {
  const card = document.createElement("div");
  card.className = "toast-card";
  card.dataset["toast"] = "";
  card.textContent = text;
  document.querySelector("[data-toasts]")?.replaceChildren(card);
  pageChanged();
}
