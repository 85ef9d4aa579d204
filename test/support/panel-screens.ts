import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { newDesktop, newPhone } from './browser.ts';
import type { PanelEvening } from './panel-evening.ts';

// The screens of one panel: phones of the audience and of the moderator, the staff's, and the stage.

export interface Screens {
  phone: (who: { token: string }, hash?: string, options?: BrowserContextOptions) => Promise<Page>;
  staff: (evening: PanelEvening, part?: '' | '/stage', options?: BrowserContextOptions) => Promise<Page>;
  close: () => Promise<void>;
}

/** Opens screens of an evening that is served at `url`. */
export function screensAt(
  browser: Browser,
  url: string,
  organizationSlug: (id: string) => Promise<string>,
): Screens {
  const open: BrowserContext[] = [];
  const pageOf = async (context: BrowserContext): Promise<Page> => {
    open.push(context);
    context.setDefaultTimeout(30_000);
    return context.newPage();
  };
  return {
    phone: async ({ token }, hash = '', options = {}) => {
      const page = await pageOf(await newPhone(browser, options));
      await page.goto(`${url}/evening/${token}${hash}`);
      return page;
    },
    staff: async ({ organization, event, panelId, cookie }, part = '', options = {}) => {
      const context = await newDesktop(browser, options);
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url }]);
      const page = await pageOf(context);
      const slug = await organizationSlug(organization.id);
      await page.goto(`${url}/app/${slug}/events/${event.id}/panels/${panelId}${part}`);
      return page;
    },
    close: async () => {
      for (const context of open.splice(0)) await context.close();
    },
  };
}

/**
 * When the figures of each screen turn to the same second, in milliseconds of the machine's clock.
 * @param seconds how many turns are watched
 */
export async function turnsOf(pages: readonly Page[], seconds: number): Promise<Map<string, number>[]> {
  return Promise.all(
    pages.map(async (page) => {
      const seen = await page.getByRole('timer').evaluate(
        (timer, count) =>
          new Promise<[string, number][]>((resolve) => {
            const turns: [string, number][] = [];
            const watch = new MutationObserver(() => {
              // Not Date.now(), which is wrong on some phones.
              turns.push([timer.textContent, performance.timeOrigin + performance.now()]);
              if (turns.length < count) return;
              watch.disconnect();
              resolve(turns);
            });
            watch.observe(timer, { characterData: true, childList: true, subtree: true });
          }),
        seconds,
      );
      return new Map(seen);
    }),
  );
}

/** By how much they turned apart, of the seconds that all of them showed; the median of those. */
export function apartMs(turns: readonly ReadonlyMap<string, number>[]): number {
  const [first, ...others] = turns;
  const spreads = [...(first ?? new Map<string, number>())].flatMap(([figures, at]) => {
    const all = [at, ...others.flatMap((other) => other.get(figures) ?? [])];
    return all.length < turns.length ? [] : [Math.max(...all) - Math.min(...all)];
  });
  return spreads.toSorted((one, other) => one - other)[Math.floor(spreads.length / 2)] ?? Infinity;
}
