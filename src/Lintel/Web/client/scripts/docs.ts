// Runs before the component that shows the API's documentation. Its page allows no styles but files and what has this answer's nonce; the
// component makes <style> elements without one and writes style attributes. Here the elements get it, and what an attribute says is set as a
// script may set it: the policy forbids the attribute's text alone.
const { nonce } = document.currentScript as HTMLScriptElement;

const { createElement } = Document.prototype as { createElement: (this: Document, name: string, options?: ElementCreationOptions) => HTMLElement };
const { setAttribute } = Element.prototype as { setAttribute: (this: Element, name: string, value: string) => void };
const innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML")!;

Document.prototype.createElement = function (this: Document, name: string, options?: ElementCreationOptions): HTMLElement {
  const made = createElement.call(this, name, options);
  if (made instanceof HTMLStyleElement && nonce) {
    made.nonce = nonce;
  }
  return made;
} as typeof document.createElement;

Element.prototype.setAttribute = function (this: Element, name: string, value: string): void {
  if (name === "style" && (this instanceof HTMLElement || this instanceof SVGElement)) {
    this.style.cssText = value;
  } else {
    setAttribute.call(this, name, value);
  }
};

Object.defineProperty(Element.prototype, "innerHTML", {
  ...innerHTML,
  set(this: Element, html: { toString: () => string } | null): void {
    innerHTML.set!.call(this, (html?.toString() ?? "").replace(/(<[a-z][^<>]*\s)style=/gi, "$1data-style="));
    const made = this instanceof HTMLTemplateElement ? this.content : this;
    for (const styled of made.querySelectorAll<HTMLElement>("[data-style]")) {
      styled.style.cssText = styled.dataset.style!;
      delete styled.dataset.style;
    }
  },
});

// Its checks of values (zod) would try whether they may make code from text; told so, they do without.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
