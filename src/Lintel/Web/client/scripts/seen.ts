import { island } from "./page.ts";
import { refresh } from "./refresh.ts";

/** What one looks at is read: its form is sent once, without leaving the page, and what counts unread things is looked at again. */
export function seen(): void {
  island("form[data-seen]", (form) => {
    if (form instanceof HTMLFormElement && !document.hidden) {
      void send(form);
    }
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  // Where it would lead on is the page that is shown already.
  const body = new URLSearchParams([...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  const answer = await fetch(form.action, { method: "post", body, redirect: "manual", credentials: "same-origin" }).catch(() => null);
  if (answer?.type === "opaqueredirect") {
    await refresh();
  }
}
