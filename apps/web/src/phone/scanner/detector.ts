import type { BarcodeDetector as Ponyfill } from 'barcode-detector/ponyfill';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Reads what the QR codes in a picture say. */
export interface Detector {
  detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}

interface Native {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

/** The phone's own reader where it has one that knows QR codes, else ours, which is loaded then: 1 MB, 400 kB on the way. */
export async function loadDetector(): Promise<Detector> {
  return (await nativeDetector()) ?? ownDetector();
}

async function nativeDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Native };
  if (BarcodeDetector === undefined) return undefined;
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined;
  } catch {
    return undefined;
  }
}

/** From our own origin, and so without any network once it is kept. One object, or each call would load the reader anew. */
const overrides = { locateFile: () => wasmUrl };

/**
 * Also for a phone whose own reader turns out not to work, as where the services it stands on are missing.
 * @throws where it cannot be loaded; another call tries again
 */
export async function ownDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule, purgeZXingModule } = await import('barcode-detector/ponyfill');
  try {
    await prepareZXingModule({ overrides, fireImmediately: true });
  } catch (error) {
    // It would remember for good that it could not be loaded.
    purgeZXingModule();
    throw error;
  }
  const detector: Ponyfill = new BarcodeDetector({ formats: ['qr_code'] });
  return { detect: (picture) => detector.detect(picture) };
}
