/** Closes an open menu when one goes elsewhere; Escape goes back to what opened it. */
export function menus(): void {
  const open = (): NodeListOf<HTMLDetailsElement> => document.querySelectorAll("details[data-menu][open]");

  document.addEventListener("click", (event) => {
    for (const menu of open()) {
      const isInside = event.target instanceof Node && menu.contains(event.target);
      const isChoice = event.target instanceof Element && event.target.closest(".panel a, .panel button") !== null;
      if (!isInside || isChoice) {
        menu.open = false;
      }
    }
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of open()) {
      if (event.target instanceof Node && !menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const menu of open()) {
        menu.open = false;
        menu.querySelector("summary")?.focus();
      }
    }
  });
}
