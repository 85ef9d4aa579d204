import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Server-sent events, which a browser reads with EventSource. */
export const eventStream = 'text/event-stream';

/**
 * What may wait for one reader who does not keep up; then the stream ends, and their browser begins anew. The largest
 * message, a session of 60 works with 4 critics each, has 70 kB.
 */
const mostWaiting = 256 * 1024;
const reconnectMs = 2_000;

/** The lines as an answer; they end when the reader goes. */
export function answerOf({ lines }: EventStream, reply: FastifyReply): StreamableFile {
  const leave = () => lines.destroy();
  reply.raw.once('close', leave);
  if (reply.raw.destroyed || reply.raw.socket?.destroyed === true) leave();
  // Some proxies gather an answer before they pass it on.
  void reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no');
  return new StreamableFile(lines, { type: eventStream });
}

/** The lines of one reader. */
export class EventStream {
  readonly lines = new PassThrough();

  constructor() {
    // A browser that comes back says the last id it saw, so that it can be told that it may have missed something.
    this.write(`retry: ${reconnectMs}\nid: 1\n\n`);
  }

  get isOver(): boolean {
    return this.lines.writableEnded || this.lines.destroyed;
  }

  /** One message, serialized once for as many readers as are sent it. */
  static message(event: string, data: object): Buffer {
    return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  send(event: string, data: object): void {
    this.sendMessage(EventStream.message(event, data));
  }

  sendMessage(message: Buffer): void {
    this.write(message);
  }

  /** A comment, so that nobody on the way takes the silence for an end. */
  beat(): void {
    this.write(': here\n\n');
  }

  end(): void {
    if (!this.isOver) this.lines.end();
  }

  private write(text: string | Buffer): void {
    if (this.isOver) return;
    this.lines.write(text);
    const { readableLength, writableLength } = this.lines;
    if (readableLength + writableLength > mostWaiting) this.lines.destroy();
  }
}
