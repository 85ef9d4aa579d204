import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { SeriesChangesService } from './series-changes.service.ts';
import {
  FollowingChanged,
  FollowingInput,
  LeaveOutInput,
  SeriesEndInput,
  SeriesEnded,
  SeriesListView,
  SeriesView,
} from './series.dto.ts';
import { SeriesService } from './series.service.ts';

@Controller('api/v1/organizations/:organizationId/series')
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly changes: SeriesChangesService,
  ) {}

  /** The newest first. */
  @Get()
  @Can('event.edit')
  list(@Staff() member: Member): Promise<SeriesListView> {
    return this.series.list(member);
  }

  @Get(':seriesId')
  @Can('event.edit')
  get(@Staff() member: Member, @IdParam('seriesId') seriesId: string): Promise<SeriesView> {
    return this.series.get(member, seriesId);
  }

  /** Gives parts of one date to all following ones that were not changed by hand, and to those made later. */
  @Post(':seriesId/following')
  @HttpCode(200)
  @Can('event.edit')
  changeFollowing(
    @Staff() member: Member,
    @IdParam('seriesId') seriesId: string,
    @Body() input: FollowingInput,
  ): Promise<FollowingChanged> {
    return this.changes.changeFollowing(member, seriesId, input);
  }

  /** Leaves out a day that is not an event yet, or puts it back. */
  @Post(':seriesId/leave-out')
  @HttpCode(200)
  @Can('event.edit')
  leaveOut(
    @Staff() member: Member,
    @IdParam('seriesId') seriesId: string,
    @Body() input: LeaveOutInput,
  ): Promise<SeriesView> {
    return this.series.leaveOut(member, seriesId, input);
  }

  /** No date from a day on: those that nobody answered are cancelled, those with guests are listed and stay. */
  @Post(':seriesId/end')
  @HttpCode(200)
  @Can('event.publish')
  end(
    @Staff() member: Member,
    @IdParam('seriesId') seriesId: string,
    @Body() input: SeriesEndInput,
  ): Promise<SeriesEnded> {
    return this.changes.end(member, seriesId, input);
  }
}
