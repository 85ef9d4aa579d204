import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { FreshAnswers, encodingFor, isKnown } from '../fresh-answers.ts';
import { PageQuery } from '../problems/page.query.dto.ts';
import { Settings } from '../settings.ts';
import { PublicEventView, PublicEventsView } from './public-events.dto.ts';
import { PublicEventsService } from './public-events.service.ts';

/** Seconds that the list may be behind, seats included: once in our memory, once more in whatever lies between. */
const listMaxAge = 1;

@Controller('api/v1/events')
export class PublicEventsController {
  private readonly lists: FreshAnswers;

  constructor(
    private readonly events: PublicEventsService,
    { config }: Settings,
  ) {
    // Tests change rows and clock behind the api's back and look at once.
    this.lists = new FreshAnswers(config.mode === 'test' ? 0 : listMaxAge * 1000);
  }

  /** Published events that are not over, of all organizations, soonest first. */
  @Get()
  @Public('published columns of published events only')
  @ApiOkResponse({ type: PublicEventsView })
  async list(
    @Query() { after }: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.lists.get(after ?? '', async () =>
      PublicEventsView.of(await this.events.upcoming(after)),
    );
    const { body, headers } = encodingFor(request.headers['accept-encoding'], answer);
    void reply.headers({
      etag: answer.etag,
      'cache-control': `public, max-age=${listMaxAge}`,
      vary: headers.vary,
    });
    if (isKnown(request.headers['if-none-match'], answer)) void reply.status(304).send();
    else void reply.headers(headers).type('application/json; charset=utf-8').send(body);
  }

  /** An event by its address; an old address finds it too. */
  @Get(':slug')
  @Public('published columns of published events only')
  async get(@Param('slug') slug: string): Promise<PublicEventView> {
    return PublicEventView.of(await this.events.bySlug(slug));
  }
}
