import type { Page } from 'playwright-core';

/** A fingertip, in CSS pixels. */
const fingertip = 48;

/**
 * What a finger would miss: buttons, links, fields and folds in sight that are lower or narrower than 48 pixels. A box to
 * tick counts with its label, and a link within a sentence is as high as its line.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.locator('button, a[href], input, select, textarea, summary, [role=menuitem]').evaluateAll(
    (all, least) =>
      all.flatMap((one) => {
        if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
        const parent = one.parentElement;
        const isInSentence =
          getComputedStyle(one).display === 'inline' &&
          parent !== null &&
          [...parent.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
          );
        if (isInSentence) return [];
        const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [];
        const boxes = [one, ...labels].map((part) => part.getBoundingClientRect());
        const [width, height] = [
          Math.max(...boxes.map((box) => box.width)),
          Math.max(...boxes.map((box) => box.height)),
        ];
        // What is kept for those who do not see is a pixel large, and the way past the head of a page comes with the focus.
        if (width <= 1 || height <= 1) return [];
        // Half a pixel is lost where a line is measured in fractions.
        if (Math.min(width, height) >= least - 0.5) return [];
        const name = one.getAttribute('aria-label') ?? one.textContent;
        return [`${one.tagName.toLowerCase()} “${name.trim()}” ${width.toFixed(0)} × ${height.toFixed(0)}`];
      }),
    fingertip,
  );
}
