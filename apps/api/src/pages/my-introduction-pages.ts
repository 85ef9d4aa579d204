import { notFound } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  isMyAct,
  MyIntroductionActsService,
  type MyKey,
} from '../introductions/my-introduction-acts.service.ts';
import { type FormBody, typed } from './form-body.ts';
import { outcomeOf, toMark } from './my-introduction-marks.ts';

/** What the list of a session and that of a follow-up's link have in common: the acts, each leading back to its person. */
@Injectable()
export class MyIntroductionPages {
  constructor(private readonly acts: MyIntroductionActsService) {}

  /** @param body `act`, and for a mark the one that stood `was` */
  async act(key: MyKey, path: string, body: FormBody | undefined, reply: FastifyReply): Promise<void> {
    const act = typed(body, 'act');
    const mark = toMark(act);
    if (mark !== null) {
      await this.acts.mark(key, outcomeOf(mark));
      const was = toMark(typed(body, 'was')) ?? 'none';
      leadBack(reply, path, key.introductionId, was === mark ? { saved: mark } : { saved: mark, was });
      return;
    }
    if (!isMyAct(act)) throw notFound();
    await this.acts[act](key);
    leadBack(reply, path, key.introductionId, { saved: act });
  }

  /** Undo: the mark that stood before, or none. */
  async unmark(key: MyKey, path: string, body: FormBody | undefined, reply: FastifyReply): Promise<void> {
    const mark = toMark(typed(body, 'outcome'));
    await this.acts.mark(key, mark === null ? null : outcomeOf(mark));
    leadBack(reply, path, key.introductionId, { saved: 'unmark' });
  }
}

function leadBack(
  reply: FastifyReply,
  path: string,
  introduction: string,
  told: Record<string, string>,
): void {
  const query = new URLSearchParams({ ...told, introduction });
  void reply.redirect(`${path}?${query.toString()}#i-${introduction}`, 303);
}
