import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { encode } from 'uqr';

// What a camera sees: a QR code held in front of it for some seconds, then nothing, again and again.

const [width, height] = [640, 480];
const framesASecond = 10;
const [white, grey, black] = [235, 128, 16];

/** Flags of a Chromium whose camera sees these codes, each for a second, with nothing for two seconds before it. */
export function cameraThatSees(...codes: string[]): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'acquaint-camera-')), 'codes.y4m');
  const nothing = repeated(
    frame(() => grey),
    framesASecond * 2,
  );
  const frames = codes.flatMap((code) => [...nothing, ...repeated(pictureOf(code), framesASecond)]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesASecond}:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...frames]));
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

const repeated = (one: Buffer, times: number): Buffer[] => Array.from({ length: times }, () => one);

/** As large as a phone shows it that is held 20 cm away. */
function pictureOf(code: string): Buffer {
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const dot = Math.floor((height * 0.9) / size);
  const [left, top] = [(width - size * dot) >> 1, (height - size * dot) >> 1];
  return frame((x, y) => {
    const cell = data[Math.floor((y - top) / dot)]?.[Math.floor((x - left) / dot)];
    return cell === undefined ? grey : cell ? black : white;
  });
}

/** In YUV 4:2:0, without colour. */
function frame(lightAt: (x: number, y: number) => number): Buffer {
  const light = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) light[y * width + x] = lightAt(x, y);
  return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
}

/** Gives the pages of this phone a camera in front of which a test holds one code or another, as long as it likes. */
export async function giveCamera(phone: BrowserContext): Promise<void> {
  await phone.addInitScript(
    ([wide, high]) => {
      const picture = Object.assign(document.createElement('canvas'), { width: wide, height: high });
      const draw = picture.getContext('2d');
      const held: Held = { cells: [] };
      Object.assign(window, { held });
      // Drawn again and again, as a camera sends also what does not move.
      setInterval(() => {
        if (draw === null) return;
        draw.fillStyle = '#fff';
        draw.fillRect(0, 0, wide, high);
        draw.fillStyle = '#000';
        const dot = Math.floor((high * 0.9) / Math.max(held.cells.length, 1));
        for (const [y, row] of held.cells.entries())
          for (const [x, isDark] of row.entries())
            if (isDark) draw.fillRect(40 + x * dot, 20 + y * dot, dot, dot);
      }, 100);
      navigator.mediaDevices.getUserMedia = () => Promise.resolve(picture.captureStream(10));
    },
    [width, height] as const,
  );
}

interface Held {
  cells: boolean[][];
}

/** Holds a code in front of the camera of `giveCamera`, once it is read; null: nothing. A code held on is told once. */
export async function hold(page: Page, code: string | null): Promise<void> {
  const cells = code === null ? [] : encode(code, { ecc: 'M', border: 4 }).data;
  await page.locator('video[data-state="reading"]').waitFor({ state: 'attached' });
  await page.evaluate((given) => {
    Object.assign((window as unknown as { held: Held }).held, { cells: given });
  }, cells);
}
