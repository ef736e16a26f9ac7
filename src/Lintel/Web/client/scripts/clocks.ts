// Between two looks at the server (live.ts), a response clock changes its colour at the moment it passes half of its target, and all of it.

/** Keeps the colours of the response clocks true to the second. */
export function clocks(): void {
  setInterval(() => {
    for (const clock of document.querySelectorAll<HTMLElement>("[data-clock]")) {
      const waiting = (Date.now() - Date.parse(clock.dataset["clock"]!)) / 1_000;
      const target = Number(clock.dataset["target"]);
      clock.classList.toggle("is-late", waiting > target);
      clock.classList.toggle("is-soon", waiting > target / 2 && waiting <= target);
    }
  }, 1_000);
}
