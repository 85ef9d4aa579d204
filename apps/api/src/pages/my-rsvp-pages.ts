import { ticketOf } from '#libs/database';
import { type ConsentPurpose, DomainError, notFound } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MyRsvpActsService } from '../attendees/my-rsvp-acts.service.ts';
import { AnswersInput, GuestsInput } from '../attendees/my-rsvps.dto.ts';
import { type MyRsvp, MyRsvpsService, type RsvpKey } from '../attendees/my-rsvps.service.ts';
import { MyProfileInput } from '../attendees/profile.dto.ts';
import { problemOf } from '../problems/problem.filter.ts';
import { shaped } from '../problems/validation.pipe.ts';
import { Settings } from '../settings.ts';
import { type FormBody, typed } from './form-body.ts';
import type { MyRsvpPageProps, Refused, Saved } from './my-rsvp-props.ts';
import { MyRsvpPage } from './my-rsvp.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';
import { listFault, profileIn, profileTexts } from './profile-fields.ts';
import { answersIn, fieldAt, guestsIn } from './rsvp-fields.ts';

/** A request about one RSVP, whose it is already proven. */
export interface MyRequest {
  key: RsvpKey;
  /** Where its page is: "/my/<token>" or "/me/rsvps/<id>". */
  path: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Acts = Record<Refused['form'], (key: RsvpKey, body: FormBody | undefined) => Promise<unknown>>;

/** What the two addresses of one's own RSVP have in common. */
@Injectable()
export class MyRsvpPages {
  private readonly acts: Acts;

  constructor(
    private readonly mine: MyRsvpsService,
    private readonly frames: PageFrame,
    private readonly settings: Settings,
    own: MyRsvpActsService,
  ) {
    this.acts = {
      claim: (key) => own.claim(key),
      cancel: (key) => own.cancel(key),
      answers: async (key, body) => {
        await own.answer(key, (await shaped(AnswersInput, { answers: answersIn(body) })).answers);
      },
      guests: async (key, body) => {
        await own.bring(key, (await shaped(GuestsInput, { guests: guestsIn(body) })).guests);
      },
      consents: (key, body) => own.consent(key, consentsIn(body)),
      profile: async (key, body) => {
        await own.describe(key, await shaped(MyProfileInput, profileIn(profileTexts(body), true)));
      },
    };
  }

  async show(at: MyRequest, saved?: string): Promise<void> {
    await this.send(at, isSaved(saved) ? { saved } : {}, 200);
  }

  async calendar(key: RsvpKey, reply: FastifyReply): Promise<void> {
    void reply
      .headers({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-disposition': 'attachment; filename="evening.ics"',
      })
      .type('text/calendar; charset=utf-8; method=PUBLISH')
      .send(await this.mine.calendarOf(key));
  }

  /** Does it and leads back to the page; a refusal comes with the page, and with everything that was typed. */
  async act(at: MyRequest, name: string, body: FormBody | undefined): Promise<void> {
    if (name === 'critique') {
      void at.reply.redirect(`/critique/${await this.mine.critiqueTokenOf(at.key)}`, 303);
      return;
    }
    if (name === 'evening') {
      void at.reply.redirect(`/evening/${await this.mine.tokenOf(at.key)}`, 303);
      return;
    }
    if (!isAct(this.acts, name)) throw notFound();
    try {
      await this.acts[name](at.key, body);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      await this.send(at, { refused: refusedBy(error, name, body) }, problemOf(error, at.request.id).status);
      return;
    }
    void at.reply.redirect(isSaved(name) ? `${at.path}?saved=${name}` : at.path, 303);
  }

  private async send(
    { key, path, request, reply }: MyRequest,
    told: Pick<MyRsvpPageProps, 'saved' | 'refused'>,
    status: number,
  ): Promise<void> {
    const [rsvp, frame] = await Promise.all([this.mine.look(key), this.frames.of(request, reply)]);
    const ticket = this.ticketFor(rsvp);
    const site = this.settings.config.publicUrl;
    sendPage(reply, createElement(MyRsvpPage, { frame, rsvp, path, site, ticket, ...told }), status);
  }

  /** For people with a seat, until the evening is over. */
  private ticketFor({ status, attendeeId, eventCancelled, over }: MyRsvp): string | null {
    if (status !== 'confirmed' || eventCancelled || over) return null;
    return ticketOf(this.settings.config.keys, attendeeId);
  }
}

const isSaved = (text: string | undefined): text is Saved =>
  text !== undefined && Object.hasOwn(words.pages.mine.saved, text);

const isAct = (acts: Acts, name: string): name is keyof Acts => Object.hasOwn(acts, name);

/** A question that was left alone is not answered; a box that is not ticked is a no. */
function consentsIn(body: FormBody | undefined): Partial<Record<ConsentPurpose, boolean>> {
  const introductions = typed(body, 'introductions');
  return {
    ...((introductions === 'yes' || introductions === 'no') && { introductions: introductions === 'yes' }),
    'name-visible': typed(body, 'nameVisible') !== '',
    'profile-visible': typed(body, 'profileVisible') !== '',
  };
}

function refusedBy(error: DomainError, form: Refused['form'], body: FormBody | undefined): Refused {
  const profile = profileTexts(body);
  const faults = error.shapes.map(({ pointer, detail }) => {
    const field = fieldAt(pointer);
    return { field, detail: listFault(field, profile) ?? detail };
  });
  return {
    form,
    sentence: faults.length === 0 ? error.message : undefined,
    faults,
    answers: answersIn(body),
    guests: guestsIn(body),
    profile,
  };
}
