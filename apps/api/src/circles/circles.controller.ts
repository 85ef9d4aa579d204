import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { CircleDecision, CircleInput, CirclesView, CircleView } from './circles.dto.ts';
import { CirclesService } from './circles.service.ts';

/** Small groups that meet by themselves, once a month. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/circles')
export class CirclesController {
  constructor(private readonly circles: CirclesService) {}

  /** The circles of an event, newest first, and pairs that both wished for one. */
  @Get()
  @Can('introductions.read')
  list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<CirclesView> {
    return this.circles.list(member, eventId);
  }

  /** Plans a circle: each of its people is asked by themselves at `leavesAt`, and it begins at four yeses. */
  @Post()
  @Can('introductions.decide')
  start(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body() input: CircleInput,
  ): Promise<CircleView> {
    return this.circles.start(member, eventId, input);
  }

  /** Takes a circle back before anybody is asked. */
  @Post(':circleId/withdraw')
  @HttpCode(200)
  @Can('introductions.decide')
  withdraw(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('circleId') circleId: string,
    @Body() { version }: CircleDecision,
  ): Promise<CircleView> {
    return this.circles.withdraw(member, eventId, circleId, version);
  }

  /** Ends an open circle; its people are told, and keep each other's contacts. */
  @Post(':circleId/end')
  @HttpCode(200)
  @Can('introductions.decide')
  end(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('circleId') circleId: string,
    @Body() { version }: CircleDecision,
  ): Promise<CircleView> {
    return this.circles.end(member, eventId, circleId, version);
  }
}
