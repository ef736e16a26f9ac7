import { go } from "./page.ts";
import { refresh } from "./refresh.ts";

const PAUSE_MS = 200;

/** Filters narrow the list while one types or chooses; a form cannot be sent twice by a double click. */
export function forms(): void {
  let pause = 0;
  document.addEventListener("input", (event) => {
    const field = event.target;
    const form = field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.form : null;
    if (!form?.hasAttribute("data-instant")) {
      return;
    }
    clearTimeout(pause);
    pause = window.setTimeout(() => void narrow(form), field instanceof HTMLInputElement && field.type === "search" ? PAUSE_MS : 0);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    // Another button of the same form is another wish.
    const button = event.submitter instanceof HTMLButtonElement ? `${event.submitter.name}=${event.submitter.value}` : "";
    const wish = `${location.href} ${button}`;
    if (form.method === "post" && form.dataset["sent"] === wish && performance.now() - Number(form.dataset["sentAt"]) < 1_000) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    form.dataset["sent"] = wish;
    form.dataset["sentAt"] = String(performance.now());
  }, { capture: true });
}

/** Shows the list at the address that the form now stands for, without taking the caret out of it. */
async function narrow(form: HTMLFormElement): Promise<void> {
  const address = new URL(form.action);
  const query = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") {
      query.set(name, [...(query.get(name) ?? []), value]);
    }
  }
  address.search = new URLSearchParams([...query].map(([name, values]) => [name, values.join(",")])).toString();
  history.replaceState(history.state, "", address);
  if (!(await refresh(address.href))) {
    go(address.href, true);
  }
}
