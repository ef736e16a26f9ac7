// Makes a part of the page what the server now says, touching only what differs: focus, selection, scrolling and what is being typed stay.

/** Turns one element into the likeness of another of the same name. */
export function morph(old: Element, fresh: Element): void {
  if (old.isEqualNode(fresh)) {
    return;
  }
  attributes(old, fresh);
  children(old, fresh);
}

function attributes(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes]) {
    // A menu or a figure that someone opened stays open.
    if (!fresh.hasAttribute(name) && !(name === "open" && old instanceof HTMLDetailsElement)) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
}

function children(old: Element, fresh: Element): void {
  // Rows and cards have ids and move as a whole; everything else is matched in its place.
  const known = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
  let at: ChildNode | null = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const kept: ChildNode | null = wanted instanceof Element && wanted.id ? (known.get(wanted.id) ?? null) : isAlike(at, wanted) ? at : null;
    if (!kept) {
      old.insertBefore(wanted.cloneNode(true), at);
      continue;
    }
    if (kept === at) {
      at = at.nextSibling;
    } else {
      old.insertBefore(kept, at);
    }
    if (kept instanceof Element && wanted instanceof Element) {
      morph(kept, wanted);
    } else if (kept.nodeValue !== wanted.nodeValue) {
      kept.nodeValue = wanted.nodeValue;
    }
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

function isAlike(old: ChildNode | null, wanted: ChildNode): boolean {
  return old?.nodeType === wanted.nodeType && old.nodeName === wanted.nodeName && !(old instanceof Element && old.id);
}
