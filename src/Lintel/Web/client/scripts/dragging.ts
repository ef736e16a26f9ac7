/** How things are dragged, wherever they are. */
export const HOW = {
  ghostClass: "is-dragged",
  animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140,
  // A finger scrolls unless it rests first.
  delay: 180,
  delayOnTouchOnly: true,
  filter: "button",
  preventOnFilter: false,
};
