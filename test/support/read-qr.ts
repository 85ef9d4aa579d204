import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

/** What the QR codes of a picture say, read as the door's phones read them. */
export async function readQr(picture: Buffer): Promise<string[]> {
  const codes = await readBarcodes(Uint8Array.from(picture), { formats: ['QRCode'] });
  return codes.map(({ text }) => text);
}
