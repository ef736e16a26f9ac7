import type { RouteMatchCallbackOptions } from "workbox-core";
import { Strategy, type StrategyHandler } from "workbox-strategies";
import { PAGES } from "../scripts/readers.ts";
import { forget, kept } from "./readers.ts";

// So long one waits for the network when the page is there as it was before.
const PATIENCE_MS = 4_000;
const MOST = 50;
const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

const AS_OF = "Lintel-As-Of";
const READER = "Lintel-Reader";

// What is no page that people read, and pages that would be of no use without a network, or hold what is nobody's to keep.
const NO_PAGES = /^\/app\/(find|reader|worker\.js)$|\/(export|refused)$|\.ics$/;
const NOT_KEPT = /^\/app\/(_design|agents\/assign|import|profile|settings)(\/|$)/;

/** Whether a request is for a page: a person goes there, or a page's script looks how it is by now. */
export function isPage({ request, url, sameOrigin }: RouteMatchCallbackOptions): boolean {
  const isWanted = request.mode === "navigate" || (request.headers.get("accept")?.startsWith("text/html") ?? false);
  return sameOrigin && request.method === "GET" && isWanted && /^\/app(\/|$)/.test(url.pathname) && !NO_PAGES.test(url.pathname);
}

/** Pages as they are by now; where the network does not answer, as they were when they were seen last, and where they were not seen, a page that says so. */
export class LastSeen extends Strategy {
  readonly #offlinePage: () => Promise<Response>;

  constructor(offlinePage: () => Promise<Response>) {
    super();
    this.#offlinePage = offlinePage;
  }

  protected async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const fresh = handler.fetch(request).then((answer) => {
      handler.waitUntil(note(request, answer.clone()));
      return answer;
    });
    if (!isVisit(request)) {
      // A look is for what is true now; the page that looks says itself how old it is.
      return await fresh;
    }

    const soon = await Promise.race([fresh.catch(() => null), new Promise<null>((late) => setTimeout(late, PATIENCE_MS, null))]);
    return soon ?? (await asItWas(new URL(request.url))) ?? (await fresh.catch(this.#offlinePage));
  }
}

function isVisit(request: Request): boolean {
  return request.mode === "navigate" || (request.headers.get("accept")?.includes("blazor-enhanced-nav") ?? false);
}

/** Keeps a page for its reader. What is answered to nobody (a sign-in) ends whatever was kept. */
async function note(request: Request, answer: Response): Promise<void> {
  const reader = answer.headers.get(READER);
  if (answer.status !== 200 || !answer.headers.get("content-type")?.startsWith("text/html")) {
    return;
  }
  await forget(reader ?? undefined);
  const address = new URL(answer.url || request.url);
  if (reader === null || NOT_KEPT.test(address.pathname)) {
    return;
  }

  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(AS_OF, new Date().toISOString());
  const cache = await caches.open(PAGES + reader);
  await cache.put(address, new Response(await answer.text(), { headers }));
  const all = await cache.keys();
  await Promise.all(all.slice(0, -MOST).map((one) => cache.delete(one)));
}

/** A page that was seen before, with its age in it; of a lead's page, whichever form is open in it. */
async function asItWas(address: URL): Promise<Response | null> {
  if (address.pathname === "/app") {
    return Response.redirect("/app/today");
  }
  const cache = await kept();
  const plain = new URL(address);
  plain.searchParams.delete("compose");
  const page = (await cache?.match(address, { ignoreVary: true })) ?? (await cache?.match(plain, { ignoreVary: true }));
  const asOf = page?.headers.get(AS_OF) ?? "";
  if (!page || Date.now() - Date.parse(asOf) > SEVEN_DAYS_MS) {
    return null;
  }
  const html = (await page.text()).replace('data-as-of=""', `data-as-of="${asOf}"`);
  return new Response(html, { headers: page.headers });
}
