import { notFound, steps } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { AsksService } from '../introductions/asks.service.ts';
import { IntroductionStopsService } from '../introductions/introduction-stops.service.ts';
import type { AskKey } from '../introductions/my-asks.queries.ts';
import { AnswerPage, type AskPageProps } from './ask.page.tsx';
import { type FormBody, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

/** A request about one question, whose it is already proven. */
export interface AskRequest {
  key: AskKey;
  /** Where its page is. */
  path: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Acts = Record<string, (key: AskKey) => Promise<unknown>>;

/** What the two addresses of a question have in common. */
@Injectable()
export class AskPages {
  private readonly acts: Acts;

  constructor(
    private readonly asks: AsksService,
    private readonly frames: PageFrame,
    stops: IntroductionStopsService,
  ) {
    this.acts = {
      never: (key) => asks.never(key),
      again: (key) => asks.again(key),
      pause: ({ personId }) => stops.pauseForMonths(personId),
      stop: (key) => stops.stop(key),
      'opt-in': (key) => stops.optIn(key),
      resume: (key) => stops.resumeHere(key),
    };
  }

  /** @param linked what the link in the mail said; it is shown first and recorded by nothing but a button */
  show(at: AskRequest, linked?: unknown): Promise<void> {
    return this.send(at, { prefersNo: linked === 'no' });
  }

  async answer(at: AskRequest, body: FormBody | undefined): Promise<void> {
    const consent = body?.['answer'];
    const contact = typed(body, 'contact').trim();
    const step = steps.find((one) => one === typed(body, 'step')) ?? null;
    const reason = body !== undefined && 'reason' in body ? textOf(typed(body, 'reason')) : undefined;
    const faults = consent === 'yes' ? faultsOfContact(contact) : faultsOfReason(reason ?? '');
    if (consent !== 'yes' && consent !== 'no')
      faults.push({ field: 'answer', detail: words.introductions.ask.choose });
    if (faults.length > 0 || (consent !== 'yes' && consent !== 'no')) {
      await this.send(at, { faults, typed: { contact, step, reason } }, 422);
      return;
    }
    const given = { contact: contact === '' ? null : contact, step };
    const privateReason = reason === '' ? null : reason;
    await this.asks.answer(at.key, { consent, ...given, privateReason });
    await this.send(at, { isKept: reason !== undefined });
  }

  /** Does it and leads back to the page, which shows what stands. */
  async act({ key, path, reply }: AskRequest, body: FormBody | undefined): Promise<void> {
    const name = typed(body, 'act');
    const act = Object.hasOwn(this.acts, name) ? this.acts[name] : undefined;
    if (act === undefined) throw notFound();
    await act(key);
    void reply.redirect(path, 303);
  }

  private async send(
    { key, path, request, reply }: AskRequest,
    told: Omit<AskPageProps, 'frame' | 'path' | 'ask'>,
    status = 200,
  ): Promise<void> {
    const [ask, frame] = await Promise.all([this.asks.look(key), this.frames.of(request, reply)]);
    sendPage(reply, createElement(AnswerPage, { frame, path, ask, ...told }), status);
  }
}

/** Lines stay lines; other controls become spaces. */
const textOf = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim();

function faultsOfContact(contact: string): FieldFault[] {
  const fits = contact.length <= 254 && !/[\u0000-\u001f\u007f]/.test(contact);
  return fits ? [] : [{ field: 'contact', detail: words.introductions.ask.contactTooLong }];
}

function faultsOfReason(reason: string): FieldFault[] {
  const fits = Array.from(reason).length <= 500;
  return fits ? [] : [{ field: 'reason', detail: words.myIntroductions.answer.reasonTooLong }];
}
