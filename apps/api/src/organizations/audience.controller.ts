import { Member } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { AudienceAddedView, AudienceInput, AudienceQuery, AudienceView } from './audience.dto.ts';
import { AudienceService } from './audience.service.ts';

@Controller('api/v1/organizations/:organizationId/audience')
export class AudienceController {
  constructor(private readonly audience: AudienceService) {}

  /** The people the organization counts as its own, by address. */
  @Get()
  @Can('audience.read')
  async list(@Staff() member: Member, @Query() query: AudienceQuery): Promise<AudienceView> {
    return AudienceView.of(await this.audience.list(member, query));
  }

  /** Adds everybody whose address is given; nobody is mailed. */
  @Post()
  @HttpCode(200)
  @Can('audience.edit')
  async add(@Staff() member: Member, @Body() { emails }: AudienceInput): Promise<AudienceAddedView> {
    return this.audience.add(member, emails);
  }

  /** Their RSVPs stay as they are. */
  @Delete(':personId')
  @HttpCode(204)
  @Can('audience.edit')
  async remove(@Staff() member: Member, @IdParam('personId') personId: string): Promise<void> {
    await this.audience.remove(member, personId);
  }
}
