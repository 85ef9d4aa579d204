import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { findBrowser } from './browser-programs.ts';
import type { BrowserProgram } from './browser-programs.ts';

/** Nothing but the pages under test may use the network, and no window or graphics card is needed. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
  '--no-pings',
  '--font-render-hinting=none',
];

/**
 * A headless Chromium with a profile of its own that goes with it. Close it at the end of the file.
 * @param more flags that one file needs: a camera
 */
export async function launchBrowser(program?: BrowserProgram, more: string[] = []): Promise<Browser> {
  const { executablePath, env } = program ?? (await findBrowser());
  const args = [...flags, ...more];
  return chromium.launch({ executablePath, headless: true, args, env: { ...process.env, ...env } });
}

/** A phone held upright: 390 by 844, touch, two pixels a point. Language and zone as of a reader in Los Angeles. */
export async function newPhone(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const viewport = { width: 390, height: 844 };
  const phone = { viewport, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
  return browser.newContext({ ...reader, ...phone, ...options });
}

/** A laptop's window: 1280 by 800. */
export async function newDesktop(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ ...reader, viewport: { width: 1280, height: 800 }, ...options });
}

const reader: BrowserContextOptions = {
  locale: 'en-US',
  timezoneId: 'America/Los_Angeles',
  reducedMotion: 'reduce',
};

declare const axe: { run(context: Document, options: object): Promise<AxeResults> };

/**
 * Holds the page against WCAG 2.2 A and AA and axe's best practices; throws with rule, sentence and element of every fault.
 * Works under a strict content security policy and without script on the page's side.
 * @param except rules left out, by id; say why at the call
 */
export async function expectAccessible(page: Page, except: string[] = []): Promise<void> {
  await page.evaluate(axeSource());
  const rules = Object.fromEntries(except.map((id) => [id, { enabled: false }]));
  // Only faults are asked for: describing every element that passes takes longer than finding them.
  const options = { rules, resultTypes: ['violations'] };
  const { violations } = await page.evaluate((given) => axe.run(document, given), options);
  if (violations.length === 0) return;
  const faults = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}\n      ${node.html}`);
    return `  ${id}: ${help}\n${places.join('\n')}`;
  });
  throw new Error(`${page.url()} has ${violations.length} faults of accessibility:\n${faults.join('\n')}`);
}

let axeText: string | undefined;

function axeSource(): string {
  return (axeText ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}
