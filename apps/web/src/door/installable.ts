/**
 * From the first visit on, this page comes from the phone; it can be put on the home screen, where it opens at its link,
 * for staff or as a kiosk, as it was put there.
 */
export function beInstallable(token: string, isKiosk: boolean): void {
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = `/door/${encodeURIComponent(token)}/manifest.webmanifest${isKiosk ? '?kiosk' : ''}`;
  document.head.append(manifest);
  // Left out by browsers where the page is not served by https; then it works as any other page, with network.
  if ('serviceWorker' in navigator) void keepShell(navigator.serviceWorker).catch(() => undefined);
}

let hasBegun = false;

/** Somebody types a code here, or has: from now on this page stays the one it is. */
export function begin(): void {
  hasBegun = true;
}

/** A newer app takes over at once where nobody has begun; else when no page of the older one is open any more. */
async function keepShell(container: ServiceWorkerContainer): Promise<void> {
  const isFirst = container.controller === null;
  let isAsked = false;
  const registration = await container.register('/door/sw.js');
  const offer = (worker: ServiceWorker | null): void => {
    const ask = (): void => {
      if (isFirst || hasBegun || worker?.state !== 'installed') return;
      isAsked = true;
      worker.postMessage('take over');
    };
    worker?.addEventListener('statechange', ask);
    ask();
  };
  container.addEventListener('controllerchange', () => {
    if (isAsked) window.location.reload();
  });
  offer(registration.waiting ?? registration.installing);
  registration.addEventListener('updatefound', () => {
    offer(registration.installing);
  });
}
