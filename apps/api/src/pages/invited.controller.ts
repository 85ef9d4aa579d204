import { DomainError } from '#libs/domain';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type InvitationStanding, MyInvitationService } from '../attendees/my-invitation.service.ts';
import { Public, type Viewer, Viewing } from '../auth/access.ts';
import { languageAsked } from '../language.ts';
import type { FormBody } from './form-body.ts';
import { InvitationOverPage, InvitedPage, type InvitedPageProps } from './invited.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';
import { textsOf } from './profile-fields.ts';
import { fieldsOf, readRsvp, refusedForm } from './rsvp-fields.ts';

@ApiExcludeController()
@Controller('invited/:token')
export class InvitedController {
  constructor(
    private readonly invitations: MyInvitationService,
    private readonly frames: PageFrame,
  ) {}

  /** Mail programs open links to look at them, so this looks and answers nothing (rule 8). */
  @Get()
  @Public('the link in the mail is the proof')
  async page(
    @Param('token') token: string,
    @Viewing() viewer: Viewer | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const invitation = await this.invitations.look(token);
    const name = viewer?.personId === invitation.personId ? (viewer.name ?? '') : '';
    const fields = { ...fieldsOf(undefined), ...textsOf(invitation.kept), name };
    await this.send(request, reply, { token, invitation, fields }, 200);
  }

  @Post()
  @Public('the link in the mail is the proof')
  async accept(
    @Param('token') token: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { email, event } = await this.invitations.look(token);
    const fields = { ...fieldsOf(body), email };
    try {
      const handle = await this.invitations.accept(
        token,
        await readRsvp(fields, true),
        languageAsked(request),
      );
      void reply.header('cache-control', 'no-store').redirect(`/my/${handle}`, 303);
    } catch (error) {
      const { status, form } = refusedForm(error, request.id, fields, event.questions);
      // It may be over since the form was opened: the page is looked up as it is now.
      const invitation = await this.invitations.look(token);
      await this.send(request, reply, { token, invitation, ...form }, status);
    }
  }

  /** Pressing it again is harmless, and a yes takes it back. */
  @Post('decline')
  @Public('the link in the mail is the proof')
  async decline(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    try {
      await this.invitations.decline(token);
    } catch (error) {
      // What is true now stands on the page: an RSVP, or that it is over.
      if (!(error instanceof DomainError) || error.code === 'link-unusable') throw error;
    }
    void reply.redirect(`/invited/${token}`, 303);
  }

  @Post('rsvp')
  @Public('the link in the mail is the proof')
  async rsvp(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const handle = await this.invitations.rsvpOf(token);
    void reply.header('cache-control', 'no-store').redirect(`/my/${handle}`, 303);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    props: Omit<InvitedPageProps, 'frame'>,
    status: number,
  ): Promise<void> {
    const frame = await this.frames.of(request, reply);
    const { invitation } = props;
    const why = overOf(invitation.standing);
    if (why !== null) sendPage(reply, createElement(InvitationOverPage, { frame, invitation, why }), 410);
    else sendPage(reply, createElement(InvitedPage, { frame, ...props }), status);
  }
}

function overOf(
  standing: InvitationStanding,
): Extract<InvitationStanding, 'revoked' | 'event-cancelled' | 'closed'> | null {
  return standing === 'revoked' || standing === 'event-cancelled' || standing === 'closed' ? standing : null;
}
