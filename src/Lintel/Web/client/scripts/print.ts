import { from } from "./page.ts";

/** Paper is white: what is drawn by scripts is drawn in the light theme while one prints. */
export function print(): void {
  document.addEventListener("click", (event) => {
    if (from(event, "[data-print]")) {
      window.print();
    }
  });

  const root = document.documentElement;
  let theme: string | undefined;
  addEventListener("beforeprint", () => {
    theme = root.dataset["theme"];
    root.dataset["theme"] = "light";
  });
  addEventListener("afterprint", () => {
    if (theme === undefined) {
      delete root.dataset["theme"];
    } else {
      root.dataset["theme"] = theme;
    }
  });
}
