/** Written in by the build: what the page needs, and a name that changes with it. */
declare const SHELL: readonly string[];
declare const VERSION: string;

interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Event {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
/** What of a service worker's own world is used; its types and those of a page exclude each other. */
interface WorkerScope {
  clients: {
    claim: () => Promise<void>;
    matchAll: (which: { includeUncontrolled: boolean }) => Promise<{ url: string }[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate' | 'message', listener: (event: Lasting) => void) => void) &
    ((type: 'fetch', listener: (event: Fetching) => void) => void);
}
const worker = globalThis as unknown as WorkerScope;

// The door without network: the page, its code and its reader of tickets. Never an answer of the api: what is known of
// people stays sealed elsewhere (store/vault.ts).

const prefix = 'door-';
const cacheName = prefix + VERSION;
/** One page for all links: the address tells it which. */
const page = '/door/';
const assets = '/app/assets/';

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...SHELL])));
});

// A newer one waits until no page of the older is open, so that no page loses the files it was built with; or until the only
// one says that nobody has begun there (installable.ts), which then loads itself anew.
worker.addEventListener('message', (event) => {
  event.waitUntil(takeOverIfAlone());
});

async function takeOverIfAlone(): Promise<void> {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true });
  if (pages.filter(({ url }) => new URL(url).pathname.startsWith(page)).length <= 1)
    await worker.skipWaiting();
}

// The very first has nothing to wait for and serves the page that brought it, from the first minute.
worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});

async function forgetOthers(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname.startsWith(page)) event.respondWith(kept(page, request));
  else if (pathname.startsWith(assets)) event.respondWith(kept(request, request));
});

/** Names of assets change with what is in them: one that is kept is good. */
async function kept(key: Request | string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const found = await cache.match(key);
  if (found !== undefined) return found;
  const answer = await fetch(request);
  if (answer.ok && key === request) await cache.put(key, answer.clone());
  return answer;
}

export {};
