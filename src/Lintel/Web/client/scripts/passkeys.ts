import { from, onPage } from "./page.ts";

/**
 * Signs in by a passkey, and makes one: the form says what to ask, the browser asks, and the form is sent with the answer. Where a browser cannot,
 * the forms stay out of sight.
 */
export function passkeys(): void {
  if (typeof PublicKeyCredential === "undefined" || !("parseRequestOptionsFromJSON" in PublicKeyCredential)) {
    return;
  }

  onPage(() => {
    for (const form of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
      form.hidden = false;
    }
  });

  document.addEventListener("click", (event) => {
    const form = from(event, "[data-passkey-ask]")?.closest<HTMLFormElement>("form[data-passkey]");
    if (form?.reportValidity()) {
      void send(form);
    }
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  try {
    const options: unknown = JSON.parse(form.dataset["options"] ?? "{}");
    const credential = form.dataset["passkey"] === "make"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
    const answer = form.elements.namedItem("credential");
    if (credential instanceof PublicKeyCredential && answer instanceof HTMLInputElement) {
      answer.value = JSON.stringify(credential);
      form.requestSubmit();
    }
  } catch (failure) {
    // Nobody said yes, there is none, or it is there already: the browser has said which.
    if (!(failure instanceof DOMException)) {
      throw failure;
    }
    if (problem) {
      problem.hidden = false;
    }
  }
}
