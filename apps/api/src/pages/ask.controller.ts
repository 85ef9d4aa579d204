import { words } from '#libs/words';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Public } from '../auth/access.ts';
import { AsksService } from '../introductions/asks.service.ts';
import { AnswerPage, type AskPageProps } from './ask.page.tsx';
import { type FormBody, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import { PageFrame, sendPage } from './page-frame.ts';

@ApiExcludeController()
@Controller('ask/:token')
export class AskController {
  constructor(
    private readonly asks: AsksService,
    private readonly frames: PageFrame,
  ) {}

  /** Mail programs open links to look at them, so this looks and records nothing (rule 8, never 10). */
  @Get()
  @Public('the link in the mail is the proof')
  async page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(request, reply, { token, ask: await this.asks.look(token) });
  }

  @Post()
  @Public('the link in the mail is the proof')
  async answer(
    @Param('token') token: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const consent = body['answer'];
    const contact = typed(body, 'contact').trim();
    const faults = consent === 'yes' ? faultsOfContact(contact) : [];
    if (consent !== 'yes' && consent !== 'no')
      faults.push({ field: 'answer', detail: words.introductions.ask.choose });
    if (faults.length > 0 || (consent !== 'yes' && consent !== 'no')) {
      await this.show(request, reply, { token, ask: await this.asks.look(token), contact, faults }, 422);
      return;
    }
    const ask = await this.asks.answer(token, { consent, contact: contact === '' ? null : contact });
    await this.show(request, reply, { token, ask });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    props: Omit<AskPageProps, 'frame'>,
    status = 200,
  ): Promise<void> {
    sendPage(
      reply,
      createElement(AnswerPage, { frame: await this.frames.of(request, reply), ...props }),
      status,
    );
  }
}

function faultsOfContact(contact: string): FieldFault[] {
  const fits = contact.length <= 254 && !/[\u0000-\u001f\u007f]/.test(contact);
  return fits ? [] : [{ field: 'contact', detail: words.introductions.ask.contactTooLong }];
}
