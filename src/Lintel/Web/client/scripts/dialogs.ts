import { from, go, onPage } from "./page.ts";

/** Opens dialogs, by a button (data-open) or because the address asks for one; focus goes in, and back out to where it was. */
export function dialogs(): void {
  document.addEventListener("click", (event) => {
    const opener = from(event, "[data-open]");
    const dialog = document.getElementById(opener?.dataset["open"] ?? "");
    if (opener && dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      opener.closest("dialog")?.close();
      open(dialog);
    }
  });

  onPage(() => {
    for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[data-modal]")) {
      // The server opened it beside the page, which is all that works without scripts; with them it comes before the page.
      if (!dialog.matches(":modal")) {
        dialog.removeAttribute("open");
        open(dialog);
        dialog.addEventListener("close", () => leave(dialog), { once: true });
      }
    }
  });
}

function open(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
}

function leave(dialog: HTMLDialogElement): void {
  const closeTo = dialog.dataset["closeTo"];
  if (closeTo && dialog.isConnected && dialog.hasAttribute("data-modal")) {
    go(closeTo);
  }
}
