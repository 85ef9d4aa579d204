import { Database } from '#libs/database';
import { DomainError, calendarFile, circleEntry } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type CircleKey, MyCirclesService } from '../circles/my-circles.service.ts';
import { Settings } from '../settings.ts';
import { CirclePage } from './circle.page.tsx';
import { type FormBody, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

interface At {
  key: CircleKey;
  /** The page's own address. */
  path: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The page of a place in a circle, by the link of a mail or signed in. */
@Injectable()
export class CirclePages {
  private readonly site: string;

  constructor(
    private readonly circles: MyCirclesService,
    private readonly frames: PageFrame,
    private readonly db: Database,
    settings: Settings,
  ) {
    this.site = settings.config.publicUrl;
  }

  /** Looks and records nothing (rule 8). */
  async show(
    { key, path, request, reply }: At,
    refused: { contact?: string; faults?: readonly FieldFault[] } = {},
  ): Promise<void> {
    const [circle, frame] = await Promise.all([this.circles.look(key), this.frames.of(request, reply)]);
    const status = refused.faults === undefined ? 200 : 422;
    sendPage(reply, createElement(CirclePage, { frame, path, circle, ...refused }), status);
  }

  /** Does what was posted, then leads back to the page. @throws DomainError not-found for an unknown act */
  async act(at: At, act: string, body: FormBody): Promise<void> {
    if (act === 'answer') return this.answer(at, body);
    if (act === 'dates') await this.circles.vote(at.key, chosen(body['date']));
    else if (act === 'useful') await this.circles.sayUseful(at.key, body['useful'] === 'yes' ? 'yes' : 'no');
    else if (act === 'leave') await this.circles.leave(at.key);
    else throw new DomainError('not-found');
    void at.reply.redirect(at.path, 303);
  }

  /** The next date for a calendar of one's own. Nothing secret of anybody stands in it. */
  async calendar({ key, path, reply }: At): Promise<void> {
    const { meeting, name: circle, place, organizationName, timeZone } = await this.circles.look(key);
    if (meeting === null) throw new DomainError('not-found');
    const now = await this.db.read({ kind: 'public' }, (reader) => Promise.resolve(reader.now));
    const { id: meetingId, revision, startsAt, endsAt } = meeting;
    const times = { startsAt, endsAt, timeZone };
    const held = { meetingId, revision, cancelled: false, circle, place, organizationName, ...times };
    // The page's address is a secret of one person, unless it asks who looks.
    const url = path.startsWith('/me/') ? `${this.site}${path}` : this.site;
    const file = calendarFile(circleEntry(held, this.site, url), now);
    void reply
      .headers({
        'cache-control': 'no-store',
        'content-disposition': 'attachment; filename="circle.ics"',
        'referrer-policy': 'no-referrer',
      })
      .type('text/calendar; charset=utf-8')
      .send(file);
  }

  private async answer(at: At, body: FormBody): Promise<void> {
    const consent = body['answer'];
    const contact = typed(body, 'contact').trim();
    const faults: FieldFault[] = [];
    if (consent !== 'yes' && consent !== 'no') {
      faults.push({ field: 'contact', detail: words.circles.choose });
    }
    if (consent === 'yes' && !fits(contact)) {
      faults.push({ field: 'contact', detail: words.circles.contactTooLong });
    }
    if (faults.length > 0) return this.show(at, { contact, faults });
    await this.circles.answer(at.key, consent === 'yes' ? 'yes' : 'no', contact === '' ? null : contact);
    void at.reply.redirect(at.path, 303);
  }
}

const fits = (contact: string): boolean =>
  contact.length <= 254 && !/[\u0000-\u001f\u007f]/.test(contact) && contact.isWellFormed();

function chosen(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const isId = (one: unknown): one is string =>
    typeof one === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one);
  return all.filter(isId).slice(0, 5);
}
