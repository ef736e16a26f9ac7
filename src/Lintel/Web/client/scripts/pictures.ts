/** A picture that does not come goes, and leaves what stands behind it: no broken frame. Of several of one home, only those that come stay. */
export function pictures(): void {
  const drop = (image: EventTarget | null): void => {
    if (!(image instanceof HTMLImageElement && image.matches("[data-picture-file]"))) {
      return;
    }
    const frame = image.parentElement!;
    const link = image.closest(".gallery > a");
    image.remove();
    if (link?.parentElement?.childElementCount === 1) {
      link.replaceWith(frame);
    } else {
      link?.remove();
    }
  };
  // Errors of elements do not bubble; those from before this ran are seen by their size.
  document.addEventListener("error", (event) => drop(event.target), { capture: true });
  document.querySelectorAll<HTMLImageElement>("[data-picture-file]").forEach((image) => {
    if (image.complete && image.naturalWidth === 0) {
      drop(image);
    }
  });
}
