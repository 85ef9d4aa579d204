import { DomainError } from '#libs/domain';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { type MailTopic, mailTopics } from '../attendees/mail-stops.service.ts';
import { MyMailService, type Switch } from '../attendees/my-mail.service.ts';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { type FormBody, typed } from './form-body.ts';
import { MyMailPage } from './my-mail.page.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

const own = 'shows and changes which mail the signed-in person wants only';

/** Which mail a person wants, of whom. */
@ApiExcludeController()
@Controller('me/mail')
export class MyMailPageController {
  constructor(
    private readonly mail: MyMailService,
    private readonly frames: PageFrame,
  ) {}

  @Get()
  @SignedIn(own)
  async page(
    @Viewing() { personId }: Viewer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [mail, frame] = await Promise.all([this.mail.of(personId), this.frames.of(request, reply)]);
    sendPage(reply, createElement(MyMailPage, { frame, mail }));
  }

  @Post('stop')
  @SignedIn(own)
  async stop(@Viewing() viewer: Viewer, @Body() body: FormBody, @Res() reply: FastifyReply): Promise<void> {
    const which = switchOf(viewer, body);
    await this.mail.stop(which);
    back(reply, which);
  }

  @Post('resume')
  @SignedIn(own)
  async resume(@Viewing() viewer: Viewer, @Body() body: FormBody, @Res() reply: FastifyReply): Promise<void> {
    const which = switchOf(viewer, body);
    await this.mail.resume(which);
    back(reply, which);
  }
}

/** @throws DomainError not-found for what no button of the page sends */
function switchOf({ personId }: Viewer, body: FormBody): Switch {
  const [organization, text] = [typed(body, 'organization'), typed(body, 'topic')];
  const topic = mailTopics.find((one): one is MailTopic => one === text);
  const isEverything = organization === '' && topic === 'all';
  if (
    topic === undefined ||
    !(isEverything || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(organization))
  )
    throw new DomainError('not-found');
  return { personId, organizationId: isEverything ? null : organization, topic };
}

/** To the switches of the same organization, where the reader was. */
const back = (reply: FastifyReply, { organizationId }: Switch): unknown =>
  reply.redirect(organizationId === null ? '/me/mail' : `/me/mail#o-${organizationId}`, 303);
