import { Member, type Once } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Can, SignedIn, Staff, type Viewer, Viewing } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { PageQuery } from '../problems/page.query.dto.ts';
import { MembersService } from './members.service.ts';
import {
  ActivityView,
  MemberChange,
  MemberInput,
  MemberView,
  MembersView,
  OrganizationChange,
  OrganizationInput,
  OrganizationView,
} from './organizations.dto.ts';
import { OrganizationsService } from './organizations.service.ts';

@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly members: MembersService,
  ) {}

  /** Makes an organization; who makes it becomes its owner. */
  @Post()
  @SignedIn('anybody with a confirmed address may found an organization')
  async create(
    @Viewing() viewer: Viewer,
    @Body() input: OrganizationInput,
    @Keyed() once: Once | undefined,
  ): Promise<OrganizationView> {
    return OrganizationView.of(await this.organizations.establish(viewer.personId, input, once));
  }

  @Get(':organizationId')
  @Can('organization.read')
  async get(@Staff() member: Member): Promise<OrganizationView> {
    return OrganizationView.of(await this.organizations.get(member));
  }

  @Patch(':organizationId')
  @Can('organization.edit')
  async change(@Staff() member: Member, @Body() change: OrganizationChange): Promise<OrganizationView> {
    return OrganizationView.of(await this.organizations.change(member, change));
  }

  /** Who did what, newest first. */
  @Get(':organizationId/activity')
  @Can('activity.read')
  async activity(@Staff() member: Member, @Query() query: PageQuery): Promise<ActivityView> {
    return ActivityView.of(await this.organizations.activity(member, query.after));
  }

  @Get(':organizationId/members')
  @Can('members.read')
  async listMembers(@Staff() member: Member): Promise<MembersView> {
    return MembersView.of(await this.members.list(member));
  }

  /** Adds a person by address and tells them by mail. */
  @Post(':organizationId/members')
  @Can('members.edit')
  async addMember(@Staff() member: Member, @Body() input: MemberInput): Promise<MemberView> {
    return MemberView.of(await this.members.add(member, input));
  }

  /** Changes a role; the person signs in again. The last owner stays owner. */
  @Patch(':organizationId/members/:memberId')
  @Can('members.edit')
  async changeMember(
    @Staff() member: Member,
    @IdParam('memberId') memberId: string,
    @Body() change: MemberChange,
  ): Promise<MemberView> {
    return MemberView.of(await this.members.change(member, memberId, change));
  }

  @Delete(':organizationId/members/:memberId')
  @HttpCode(204)
  @Can('members.edit')
  async removeMember(@Staff() member: Member, @IdParam('memberId') memberId: string): Promise<void> {
    await this.members.remove(member, memberId);
  }
}
