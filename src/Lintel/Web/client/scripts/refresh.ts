import { isTrueNow } from "./asof.ts";
import { morph } from "./morph.ts";
import { isTyping, pageChanged } from "./page.ts";

let latest = 0;

/**
 * Fetches this page again, or the same page at another address, and shows what is new in the parts marked data-live (by their ids). Where
 * someone is typing in such a part, it stays as it is. Gives whether the page was there to be had.
 */
export async function refresh(address: string = location.href): Promise<boolean> {
  const mine = ++latest;
  const answer = await fetch(address, { headers: { accept: "text/html" }, credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || answer.redirected) {
    return false;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  // Whoever has asked again, or gone on, waits for another answer than this one.
  if (mine !== latest) {
    return true;
  }
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = fresh.getElementById(part.id);
    if (other && !(isTyping() && part.contains(document.activeElement))) {
      morph(part, other);
    }
  }
  isTrueNow();
  pageChanged();
  return true;
}
