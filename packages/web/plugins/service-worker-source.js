// Tidu's service worker: the app shell and the policies stay readable without a network. It never stores anything a
// firm enters or a person reads: only GET requests for built files and for the published policies pass through here, and
// the page that is kept is the empty shell, the same for everyone.
const BUILD = __BUILD__;
const FILES = __FILES__;
const SHELL = `shell-${BUILD}`;
const POLICIES = 'policies';
const LIST = '/api/v1/policies';
const NAVIGATION_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldShells().then(() => self.clients.claim()));
  event.waitUntil(readAllPolicies());
});

/** The shell before this one stays, for pages still open that have yet to load some of its files. */
async function removeOldShells() {
  const shells = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== SHELL);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
}

/** Every version in force is fetched once, so that a first visit is enough to work offline. */
async function readAllPolicies() {
  try {
    const cache = await caches.open(POLICIES);
    const response = await fetch(LIST);
    if (!response.ok) return;
    await cache.put(LIST, response.clone());
    const { policies } = await response.json();
    const paths = policies.flatMap((policy) =>
      policy.versions.map((version) => `${LIST}/${policy.id}/versions/${version.inForceFrom}`),
    );
    await Promise.all(paths.map(async (path) => (await cache.match(path)) ?? cache.add(path)));
  } catch {
    // No network now: they are kept when they are next read.
  }
}

/** Of the API the published policies alone; no other answer is kept, whoever asks for it. */
const isPublished = (path) => path === LIST || path.startsWith(`${LIST}/`);
const mayBeKept = (response) => !/no-store/.test(response.headers.get('Cache-Control') ?? '');

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (isPublished(url.pathname)) event.respondWith(networkFirst(request, POLICIES));
  else if (request.mode === 'navigate' && !/^\/(api|docs|openapi)/.test(url.pathname))
    event.respondWith(openPage(request));
  else if (FILES.includes(url.pathname) || url.pathname.startsWith('/assets/'))
    event.respondWith(keptFile(request, url.pathname));
});

/** A file of this build, else one of the build before, else from the server. */
async function keptFile(request, path) {
  const cache = await caches.open(SHELL);
  return (await cache.match(path)) ?? (await caches.match(path)) ?? fetch(request);
}

async function networkFirst(request, name) {
  const cache = await caches.open(name);
  try {
    const response = await fetch(request);
    if (response.ok && mayBeKept(response)) await cache.put(request, response.clone());
    return response;
  } catch (problem) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw problem;
  }
}

/** The newest page if the server answers soon, else the shell kept on this device. */
async function openPage(request) {
  const shell = await caches.match('/');
  try {
    const signal = shell ? AbortSignal.timeout(NAVIGATION_MS) : undefined;
    return await fetch(request, { signal });
  } catch (problem) {
    if (shell) return shell;
    throw problem;
  }
}
