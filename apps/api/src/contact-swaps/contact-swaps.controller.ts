import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { EveningLinks } from '../evenings/evening-links.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { SwapAnswerInput, ContactSwapInput, SwapsView } from './contact-swaps.dto.ts';
import { ContactSwapsService } from './contact-swaps.service.ts';

const link = 'the link is the proof of whose evening it is';
const harmless = 'saying it again is the same as saying it once';

/** Contacts that I swap with others at an evening, by the link of my RSVP. */
@Controller('api/v1/evening/:token/swaps')
export class ContactSwapsController {
  constructor(
    private readonly links: EveningLinks,
    private readonly swaps: ContactSwapsService,
  ) {}

  /** My code, who came and lets others see their name, who asks me, and whom I asked. */
  @Get()
  @Public(link)
  @Header('cache-control', 'no-store')
  async get(@Param('token') token: string): Promise<SwapsView> {
    return SwapsView.of(await this.swaps.look(await this.links.keyOf(token)));
  }

  /** I would swap contacts: with whose code I scanned or typed, or with somebody of the list. */
  @Post()
  @HttpCode(200)
  @Public(link)
  @Repeatable(harmless)
  @Header('cache-control', 'no-store')
  async say(@Param('token') token: string, @Body() input: ContactSwapInput): Promise<SwapsView> {
    return SwapsView.of(await this.swaps.say(await this.links.keyOf(token), input));
  }

  /** I take it back; what both agreed on stays. */
  @Delete(':attendeeId')
  @Public(link)
  @Repeatable(harmless)
  @Header('cache-control', 'no-store')
  async takeBack(
    @Param('token') token: string,
    @IdParam('attendeeId') attendeeId: string,
  ): Promise<SwapsView> {
    return SwapsView.of(await this.swaps.takeBack(await this.links.keyOf(token), attendeeId));
  }

  /** Yes or no to somebody who scanned my code. They are told of a yes alone. */
  @Post(':attendeeId/answer')
  @HttpCode(200)
  @Public(link)
  @Repeatable(harmless)
  @Header('cache-control', 'no-store')
  async answer(
    @Param('token') token: string,
    @IdParam('attendeeId') attendeeId: string,
    @Body() { yes }: SwapAnswerInput,
  ): Promise<SwapsView> {
    return SwapsView.of(await this.swaps.answer(await this.links.keyOf(token), attendeeId, yes));
  }
}
