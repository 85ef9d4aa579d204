import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Staff } from '../auth/access.ts';
import { StillMay } from '../auth/still-may.ts';
import { answerOf, eventStream } from '../event-stream.ts';
import { IdParam } from '../problems/id.param.ts';
import { DrawsService } from './draws.service.ts';
import { MixerScreens } from './mixer-screens.service.ts';
import { MixerInput, MixerVersion, MixerView, DrawInput, SeatMoveInput, SeatInput } from './mixers.dto.ts';
import { MixersService } from './mixers.service.ts';
import { MixerSeatsService } from './mixer-seats.service.ts';

/** The small tables of an event. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/mixer')
export class MixersController {
  constructor(
    private readonly mixers: MixersService,
    private readonly draws: DrawsService,
    private readonly seats: MixerSeatsService,
    private readonly screens: MixerScreens,
    private readonly access: StillMay,
  ) {}

  @Get()
  @Can('mixer.read')
  async get(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<MixerView> {
    return this.mixers.look(member, eventId);
  }

  /**
   * The tables at this moment. Who accepts text/event-stream is told as long as they stay: `mixer` (the same shape) at once,
   * at every change, and every 15 seconds, which also sets the clock right.
   */
  @Get('live')
  @Can('mixer.read')
  @ApiExtraModels(MixerView)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(MixerView) } },
      [eventStream]: { schema: { type: 'string' } },
    },
  })
  async follow(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MixerView | StreamableFile> {
    void reply.header('cache-control', 'no-store');
    if (request.headers.accept?.includes(eventStream) !== true) return this.mixers.look(member, eventId);
    const { organizationId, personId } = member;
    const stillMay = () => this.access.holds(request, reply, 'mixer.read');
    return answerOf(await this.screens.openForStaff({ organizationId, eventId }, personId, stillMay), reply);
  }

  /** Rounds, people at a table, minutes; while no table is drawn, but for the minutes. */
  @Put()
  @Can('mixer.run')
  async change(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: MixerInput,
  ): Promise<MixerView> {
    return this.mixers.change(member, eventId, input);
  }

  /** Gives everybody a table in each round, until the first has begun. */
  @Post('draw')
  @HttpCode(200)
  @Can('mixer.run')
  async draw(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: DrawInput,
  ): Promise<MixerView> {
    return this.draws.draw(member, eventId, input);
  }

  /** Nobody has a table any more, until the first round has begun. */
  @Post('clear')
  @HttpCode(200)
  @Can('mixer.run')
  async clear(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: MixerVersion,
  ): Promise<MixerView> {
    return this.mixers.clear(member, eventId, input);
  }

  /** The next round begins; after the last the mixer ends. */
  @Post('next')
  @HttpCode(200)
  @Can('mixer.run')
  async next(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: MixerVersion,
  ): Promise<MixerView> {
    return this.mixers.next(member, eventId, input);
  }

  /** Takes the last start of a round, or the end, back. */
  @Post('back')
  @HttpCode(200)
  @Can('mixer.run')
  async back(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: MixerVersion,
  ): Promise<MixerView> {
    return this.mixers.back(member, eventId, input);
  }

  /** A late comer gets a table in the round that is on and those to come; nobody is moved. */
  @Post('seats')
  @HttpCode(200)
  @Can('mixer.run')
  async seat(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { attendeeId }: SeatInput,
  ): Promise<MixerView> {
    return this.seats.seat(member, eventId, attendeeId);
  }

  /** Somebody has gone: their chair stays empty from the round that is on. */
  @Post('leave')
  @HttpCode(200)
  @Can('mixer.run')
  async leave(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { attendeeId }: SeatInput,
  ): Promise<MixerView> {
    return this.seats.leave(member, eventId, attendeeId);
  }

  /** Somebody who had gone is here again, at their table where it has room. */
  @Post('return')
  @HttpCode(200)
  @Can('mixer.run')
  async comeBack(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() { attendeeId }: SeatInput,
  ): Promise<MixerView> {
    return this.seats.seat(member, eventId, attendeeId);
  }

  /** Another table for one person in one round. */
  @Post('move')
  @HttpCode(200)
  @Can('mixer.run')
  async move(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: SeatMoveInput,
  ): Promise<MixerView> {
    return this.seats.move(member, eventId, input);
  }
}
