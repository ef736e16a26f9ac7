// What was written while there was no network, until it is sent. Pages and the service worker both send; the key that each has from the moment it was
// written lets the server do it once, however often it is sent.
import { openDB, type IDBPDatabase } from "idb";

/** Something that was written. */
export interface Kept {
  /** Its Idempotency-Key. */
  key: string;
  /** Who wrote it. */
  reader: string;
  kind: string;
  /** The lead it is about, by name and by page. */
  name: string;
  page: string;
  /** Where it is sent, and what is sent there. */
  address: string;
  body: string;
  text: string;
  at: number;
  state: "waiting" | "refused" | "unsure" | "sent";
  /** When it was first sent: from then on it may have arrived. */
  triedAt?: number;
  /** Why it was refused: the answer's status, which the page has words for, and what the server wrote, which is English. */
  status?: number;
  why?: string;
}

/** How the sending went: whether the server was there, and whether the writer is still signed in. */
export interface Sending {
  isReached: boolean;
  isSignedIn: boolean;
}

const STORE = "kept";
const PATIENCE_MS = 10_000;
// The server knows a key for 24 hours. What may have arrived longer ago is not sent by itself.
const KEY_LASTS_MS = 23 * 3_600_000;
const CHANNEL = "lintel-kept";

/** Everything that is kept, oldest first. */
export async function allKept(): Promise<Kept[]> {
  const all: Kept[] = await withStore((db) => db.getAll(STORE));
  return all.sort((a, b) => a.at - b.at);
}

export async function keep(item: Kept): Promise<void> {
  await withStore((db) => db.put(STORE, item));
  tell();
}

export async function drop(...keys: string[]): Promise<void> {
  await withStore((db) => Promise.all(keys.map((key) => db.delete(STORE, key))));
  tell();
}

/** Calls back when something changed, here or in another tab or in the worker. */
export function onKept(listener: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener("message", listener);
}

/** Sends what waits, in the order it was written; one sender at a time. */
export async function sendKept(): Promise<Sending> {
  return await navigator.locks.request(CHANNEL, async () => {
    const waiting = (await allKept()).filter((item) => item.state === "waiting");
    if (waiting.length === 0) {
      return { isReached: true, isSignedIn: true };
    }
    try {
      return await sendAll(waiting);
    } catch {
      // No network, or none that answers in time.
      return { isReached: false, isSignedIn: true };
    }
  });
}

async function sendAll(waiting: Kept[]): Promise<Sending> {
  // Whoever is signed in by now may be somebody else, whose this is not to send.
  const who = await ask("/app/reader", { redirect: "manual" });
  if (!who.ok) {
    return { isReached: who.type === "opaqueredirect", isSignedIn: who.type !== "opaqueredirect" };
  }
  const { reader, csrf_token: csrf } = (await who.json()) as { reader: string; csrf_token: string | null };
  for (const item of waiting.filter((one) => one.reader === reader)) {
    if (item.triedAt !== undefined && Date.now() - item.triedAt > KEY_LASTS_MS) {
      await keep({ ...item, state: "unsure" });
      continue;
    }
    await keep({ ...item, triedAt: item.triedAt ?? Date.now() });
    const answer = await ask(item.address, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": item.key, ...(csrf === null ? {} : { "x-csrf-token": csrf }) },
      body: item.body,
    });
    if (answer.status === 401) {
      return { isReached: true, isSignedIn: false };
    }
    if ([408, 409, 429].includes(answer.status) || answer.status >= 500) {
      return { isReached: false, isSignedIn: true };
    }
    // What has arrived is the server's; here is only that it did.
    await keep(answer.ok ? { ...item, state: "sent", body: "", text: "" } : { ...item, state: "refused", status: answer.status, why: await reason(answer) });
  }
  return { isReached: true, isSignedIn: true };
}

function ask(address: string, options: RequestInit): Promise<Response> {
  return fetch(address, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE_MS), ...options });
}

async function reason(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; errors?: Record<string, string[]> };
  const errors = Object.entries(problem.errors ?? {}).map(([field, wrong]) => `${field} ${wrong.join(", ")}`);
  return errors.length > 0 ? errors.join("; ") : (problem.detail ?? String(answer.status));
}

// Opened for each use: an open one would keep a sign-out from emptying it.
async function withStore<T>(use: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await openDB("lintel", 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE, { keyPath: "key" }) });
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

function tell(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}
