import { DomainError } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type MorningKey, MorningsService } from '../mornings/mornings.service.ts';
import { problemOf } from '../problems/problem.filter.ts';
import type { FormBody } from './form-body.ts';
import {
  type MorningFields,
  fieldsOfForm,
  fieldsOfSaved,
  morningFaults,
  readMorningForm,
} from './morning-fields.ts';
import { MorningPage } from './morning.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

/** A request about one morning, whose it is already proven. */
export interface MorningRequest {
  key: MorningKey;
  /** Where its page is: "/morning/<token>" or "/me/rsvps/<id>/morning". */
  path: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What the two addresses of the morning after have in common. */
@Injectable()
export class MorningPages {
  constructor(
    private readonly mornings: MorningsService,
    private readonly frames: PageFrame,
  ) {}

  /** Mail programs open links to look at them, so this looks and keeps nothing (rule 8). */
  async show({ key, path, request, reply }: MorningRequest, saved?: string): Promise<void> {
    const [morning, frame] = await Promise.all([this.mornings.look(key), this.frames.of(request, reply)]);
    const fields = fieldsOfSaved(morning);
    sendPage(reply, createElement(MorningPage, { frame, path, morning, fields, saved: saved === 'yes' }));
  }

  /** Keeps the answers and leads back to the page; what cannot be kept comes back with everything that was filled in. */
  async save(at: MorningRequest, body: FormBody | undefined): Promise<void> {
    const fields = fieldsOfForm(body);
    try {
      await this.mornings.save(at.key, await readMorningForm(fields));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'wrong-shape') throw error;
      await this.refuse(at, fields, error);
      return;
    }
    void at.reply.redirect(`${at.path}?saved=yes`, 303);
  }

  private async refuse(at: MorningRequest, fields: MorningFields, error: DomainError): Promise<void> {
    const { key, path, request, reply } = at;
    const [morning, frame] = await Promise.all([this.mornings.look(key), this.frames.of(request, reply)]);
    const faults = morningFaults(error, fields);
    const page = createElement(MorningPage, { frame, path, morning, fields, faults });
    sendPage(reply, page, problemOf(error, request.id).status);
  }
}
