import { normaliseEmail } from '#libs/domain';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MyRsvpsService } from '../attendees/my-rsvps.service.ts';
import { MyStatusService } from '../attendees/my-status.service.ts';
import { RsvpService } from '../attendees/rsvp.service.ts';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { networkOf } from '../auth/network.ts';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { PublicEventsService } from '../events/public-events.service.ts';
import { type EventPageProps, EventPage } from './event.page.tsx';
import type { FormBody } from './form-body.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { textsOf } from './profile-fields.ts';
import { fieldsOf, readRsvp, refusedForm } from './rsvp-fields.ts';
import type { RsvpFields } from './rsvp-form.tsx';
import { SentPage } from './rsvp.page.tsx';

@ApiExcludeController()
@Controller('e/:slug')
export class EventPageController {
  constructor(
    private readonly events: PublicEventsService,
    private readonly rsvps: RsvpService,
    private readonly standings: MyStatusService,
    private readonly mine: MyRsvpsService,
    private readonly frames: PageFrame,
  ) {}

  /** An address of before leads to the one of today. */
  @Get()
  @Public('published columns of a published event only')
  async page(
    @Param('slug') slug: string,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const event = await this.events.bySlug(slug);
    if (event.slug !== slug) {
      void reply.redirect(`/e/${event.slug}`, 301);
      return;
    }
    const fields = viewer === undefined ? fieldsOf(undefined) : await this.fieldsFor(viewer);
    await this.send(request, reply, event, viewer, { fields }, 200);
  }

  @Post('rsvp')
  @Public('anybody may RSVP; without a session the answer tells nothing and the address has to be proven')
  async rsvp(
    @Param('slug') slug: string,
    @Body() body: FormBody,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const fields = fieldsOf(body);
    const event = await this.events.bySlug(slug);
    try {
      const input = await readRsvp(fields, normaliseEmail(fields.email) === viewer?.email);
      if (viewer?.email === input.email) {
        const { attendeeId } = await this.rsvps.askAs(viewer, slug, input);
        void reply.redirect(`/me/rsvps/${attendeeId}`, 303);
        return;
      }
      await this.rsvps.ask(slug, input, networkOf(request.ip));
      const frame = await this.frames.of(request, reply);
      sendPage(reply, createElement(SentPage, { frame, event, email: input.email }));
    } catch (error) {
      const { status, form } = refusedForm(error, request.id, fields, event.questions);
      // The gate may have closed while the form was filled in: the page is looked up as it is now.
      const now = await this.events.bySlug(slug);
      await this.send(request, reply, now, viewer, form, status);
    }
  }

  /** Filled in with what they said of themself at their last RSVP, whoever hosted. */
  private async fieldsFor({ personId, name, email }: Viewer): Promise<RsvpFields> {
    const said = textsOf(await this.mine.profileOf(personId));
    return { ...fieldsOf(undefined), ...said, name: name ?? '', email };
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    event: PublicEventRow,
    viewer: Viewer | undefined,
    form: Pick<EventPageProps, 'fields' | 'faults' | 'refusal'>,
    status: number,
  ): Promise<void> {
    const [frame, mine] = await Promise.all([
      this.frames.of(request, reply),
      viewer === undefined ? null : this.standings.at(viewer.personId, event),
    ]);
    const signedInAs = viewer?.email ?? null;
    sendPage(reply, createElement(EventPage, { frame, event, signedInAs, mine, ...form }), status);
  }
}
