import { Readable } from 'node:stream';

/**
 * A body whose last bytes leave only after `beforeLast` is through: until then the server cannot have the whole mail, so it
 * cannot accept it. When `beforeLast` fails, the stream breaks off instead.
 */
export function heldBack(bytes: Buffer, beforeLast: () => Promise<void>): Readable {
  const cut = Math.max(0, bytes.length - 64);
  let began = false;
  let asked = false;
  return new Readable({
    read() {
      if (!began && cut > 0) {
        began = true;
        this.push(bytes.subarray(0, cut));
        return;
      }
      if (asked) return;
      asked = true;
      beforeLast().then(
        () => {
          if (this.destroyed) return;
          this.push(bytes.subarray(cut));
          this.push(null);
        },
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}
