import type { FileHandle } from 'node:fs/promises';

/** Reads a file in small pieces, so that what it claims about itself costs no memory. */
export class Window {
  constructor(
    private readonly file: FileHandle,
    readonly size: number,
  ) {}

  /** At most `length` bytes from `at`; fewer at the end, none outside. */
  async bytes(at: number, length: number): Promise<Buffer> {
    if (at < 0 || at >= this.size) return Buffer.alloc(0);
    const buffer = Buffer.alloc(Math.min(length, this.size - at));
    const { bytesRead } = await this.file.read(buffer, 0, buffer.length, at);
    return buffer.subarray(0, bytesRead);
  }
}
