import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

/** What is under way may finish; with the closing after it this stays within the ten seconds of rule 27. */
const patienceMs = 8_000;

/** A stop lets the requests under way finish before the connections are closed; meanwhile we say that we are not ready. */
@Injectable()
export class Drain implements BeforeApplicationShutdown {
  private readonly underWay = new Set<ServerResponse>();
  private begun = false;

  constructor({ httpAdapter }: HttpAdapterHost<FastifyAdapter>) {
    httpAdapter.getInstance().addHook('onRequest', (_request, reply, done) => {
      this.underWay.add(reply.raw);
      reply.raw.once('close', () => this.underWay.delete(reply.raw));
      done();
    });
  }

  get draining(): boolean {
    return this.begun;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.begun = true;
    const finished = [...this.underWay].map(
      (response) => new Promise((done) => response.once('close', done)),
    );
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)));
    await Promise.race([Promise.all(finished), patience]);
    clearTimeout(timer);
  }
}
