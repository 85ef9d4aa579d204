import { Member } from '#libs/domain';
import { words } from '#libs/words';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import {
  AssignInput,
  BegunView,
  ChoicesView,
  PlanInput,
  PlanView,
  ReplaceInput,
  ShortageView,
  SwapInput,
} from './critique-plans.dto.ts';
import { CritiquePlansService } from './critique-plans.service.ts';
import { CritiqueSwapsService } from './critique-swaps.service.ts';

/** A refusal that brings what stands against it. */
const conflictWith = (view: typeof ShortageView | typeof BegunView) => ({
  description: words.statuses[409] ?? '',
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { properties: { current: { $ref: getSchemaPath(view) } } },
        ],
      },
    },
  },
});

/** Who hears whom, where and when. */
@Controller('api/v1/organizations/:organizationId/events/:eventId/critique-sessions/:critiqueSessionId')
export class CritiquePlansController {
  constructor(
    private readonly plans: CritiquePlansService,
    private readonly swaps: CritiqueSwapsService,
  ) {}

  /** The session with its works in their order and, once it is planned, who hears whom and why. */
  @Get()
  @Can('critique.read')
  look(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
  ): Promise<PlanView> {
    return this.plans.look(member, eventId, id);
  }

  /**
   * Plans the session, or plans it again around what hosts chose. Refused with `critique-shortage`, `current` names the works
   * and critics for whom it cannot be; it is absent where names would tell who keeps away from whom.
   */
  @Post('plan')
  @HttpCode(200)
  @ApiExtraModels(ShortageView)
  @ApiConflictResponse(conflictWith(ShortageView))
  @Can('critique.run')
  plan(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
    @Body() { seed }: PlanInput,
  ): Promise<PlanView> {
    return this.plans.plan(member, eventId, id, seed);
  }

  /**
   * Takes the plan back, before anything has started. Refused with `critique-words-begun` once critics wrote ahead, `current`
   * says how many.
   */
  @Post('unplan')
  @HttpCode(200)
  @ApiExtraModels(BegunView)
  @ApiConflictResponse(conflictWith(BegunView))
  @Can('critique.run')
  unplan(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
  ): Promise<PlanView> {
    return this.plans.unplan(member, eventId, id);
  }

  /** What could be done about one hearing, and what stands against it. */
  @Get('assignments/:assignmentId/choices')
  @Can('critique.run')
  choices(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
    @IdParam('assignmentId') assignmentId: string,
  ): Promise<ChoicesView> {
    return this.swaps.choices(member, eventId, id, assignmentId);
  }

  /** Two hearings exchange their critics. Refused with `critique-swap-apart`, `current` says what stands against it. */
  @Post('swap')
  @HttpCode(200)
  @Can('critique.run')
  swap(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
    @Body() input: SwapInput,
  ): Promise<PlanView> {
    return this.swaps.swap(member, eventId, id, input);
  }

  /** Gives a work that lacks a critic one who has no work of their own. */
  @Post('assignments')
  @HttpCode(200)
  @Can('critique.run')
  assign(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
    @Body() input: AssignInput,
  ): Promise<PlanView> {
    return this.swaps.assign(member, eventId, id, input);
  }

  /** Somebody without a work hears in the place of a critic. */
  @Post('assignments/:assignmentId/replace')
  @HttpCode(200)
  @Can('critique.run')
  replace(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') id: string,
    @IdParam('assignmentId') assignmentId: string,
    @Body() input: ReplaceInput,
  ): Promise<PlanView> {
    return this.swaps.replace(member, eventId, id, assignmentId, input);
  }
}
