import 'reflect-metadata';
import { UploadsService } from '../../apps/api/src/files/uploads.service.ts';

// Loaded before an api, it makes that api hold every upload in memory before it writes a byte: what must not happen, so that
// whoever measures memory sees that they would notice.

type Append = UploadsService['append'];
const append: Append = Reflect.get<UploadsService, 'append'>(UploadsService.prototype, 'append');

UploadsService.prototype.append = async function (...[key, id, from, announced, body]: Parameters<Append>) {
  const all: Uint8Array[] = [];
  for await (const piece of body) all.push(piece);
  return append.call(this, key, id, from, announced, piecesOf(all));
};

// eslint-disable-next-line @typescript-eslint/require-await -- an upload is read as a stream
async function* piecesOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
