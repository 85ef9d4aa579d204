import { doorApp } from '#libs/words';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Api } from './api.ts';
import { newPhone } from './browser.ts';
import { makeMember } from './factories.ts';

// Phones at a door, in a browser: opened by the link and the code that an organizer got.

export interface DoorLinkGiven {
  id: string;
  url: string;
  code: string;
}

/** As an owner makes it on the screen of the door. */
export async function giveDoorLink(
  api: Api,
  event: { id: string; organizationId: string },
  label = 'Front door',
): Promise<DoorLinkGiven> {
  const { personId } = await makeMember(api.database, event.organizationId);
  const { body } = await api.http
    .post(`/api/v1/organizations/${event.organizationId}/events/${event.id}/door-links`)
    .set('cookie', await api.cookieOf(personId))
    .set('origin', api.url)
    .send({ label })
    .expect(201);
  return { id: body.link.id as string, url: body.url as string, code: body.code as string };
}

/** A phone with the link open and the code not typed yet. */
export async function openLink(
  browser: Browser,
  { url }: DoorLinkGiven,
  options: BrowserContextOptions = {},
  prepare: (phone: BrowserContext) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const phone = await newPhone(browser, { permissions: ['camera'], ...options });
  await prepare(phone);
  phone.setDefaultTimeout(30_000);
  const page = await phone.newPage();
  await page.goto(url);
  return page;
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(doorApp.opening.code, { exact: true }).fill(code);
  await page.getByRole('button', { name: doorApp.opening.open }).click();
}

/** Until the bar says how many are in. */
export const isOpen = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: doorApp.tabs.label }).waitFor();

/** Until the page would come without network. */
export const isKept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve);
      });
  });

export const toTab = (page: Page, tab: 'scan' | 'list' | 'walkIn'): Promise<void> =>
  page
    .getByRole('navigation', { name: doorApp.tabs.label })
    .getByRole('button', { name: doorApp.tabs[tab] })
    .click();

/**
 * Types each short code into the search of the list, presses the button that stands there, and the next one: what hands
 * would do, in the page itself, as fast as it follows.
 * @returns the words that the screen said, in order
 */
export async function checkInByCodes(page: Page, codes: readonly string[]): Promise<string[]> {
  await toTab(page, 'list');
  return page.evaluate(async (typed) => {
    const until = async <Found>(look: () => Found | null | undefined): Promise<Found> => {
      for (;;) {
        const found = look();
        if (found !== null && found !== undefined) return found;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    };
    const search = await until(() => document.querySelector<HTMLInputElement>('input[name=search]'));
    const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const said: string[] = [];
    for (const code of typed) {
      type?.set?.call(search, code);
      search.dispatchEvent(new Event('input', { bubbles: true }));
      const row = await until(() => {
        const rows = [...document.querySelectorAll('main ul li')];
        return rows.length === 1 && rows[0]!.textContent.includes(code) ? rows[0] : null;
      });
      row.querySelector('button')?.click();
      const verdict = await until(() => document.querySelector('[data-meaning]'));
      said.push(verdict.getAttribute('data-meaning') ?? '');
      verdict.querySelector('button')?.click();
      await until(() => (document.querySelector('[data-meaning]') === null ? true : null));
    }
    return said;
  }, codes);
}

/** Everything that a browser keeps of a site: databases, both storages, caches, cookies, names included. */
export async function everythingKept(page: Page): Promise<string> {
  const context: BrowserContext = page.context();
  const stored = await page.evaluate(async () => {
    const told: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie];
    const asText = (_: string, value: unknown): unknown =>
      value instanceof Uint8Array
        ? new TextDecoder('latin1').decode(value)
        : value instanceof CryptoKey
          ? 'a key that is kept'
          : value;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => {
          resolve(asked.result);
        };
        asked.onerror = () => {
          reject(new Error(name));
        };
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => {
            resolve(asked.result);
          };
        });
        told.push(name, store, JSON.stringify(rows, asText));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        told.push(name, request.url, new TextDecoder('latin1').decode(await answer?.arrayBuffer()));
      }
    }
    return JSON.stringify(told);
  });
  return stored + JSON.stringify(await context.storageState());
}
