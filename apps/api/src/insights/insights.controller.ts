import { Member } from '#libs/domain';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { EveningInsightsView, OrganizationInsightsView } from './insights.dto.ts';
import type { InsightsFile } from './insights-file.ts';
import { InsightsService } from './insights.service.ts';

@Controller('api/v1/organizations/:organizationId')
export class InsightsController {
  constructor(private readonly insights: InsightsService) {}

  /** What came of all evenings that the member may see: by evening, by format and together. */
  @Get('insights')
  @Can('insights.read')
  async organization(@Staff() member: Member): Promise<OrganizationInsightsView> {
    return OrganizationInsightsView.of(await this.insights.ofOrganization(member));
  }

  /** The same as CSV (RFC 4180, UTF-8), a line for each evening. */
  @Get('insights.csv')
  @Can('insights.read')
  @Header('cache-control', 'no-store')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async organizationFile(@Staff() member: Member): Promise<StreamableFile> {
    return download(await this.insights.organizationFile(member));
  }

  /** What came of one evening: counts and ratios of finished days, groups of fewer than 5 hidden. */
  @Get('events/:eventId/insights')
  @Can('insights.read')
  async event(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<EveningInsightsView> {
    return EveningInsightsView.of(await this.insights.ofEvent(member, eventId));
  }

  /** The same as CSV, a line for each number. */
  @Get('events/:eventId/insights.csv')
  @Can('insights.read')
  @Header('cache-control', 'no-store')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async eventFile(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<StreamableFile> {
    return download(await this.insights.eventFile(member, eventId));
  }
}

function download({ name, text }: InsightsFile): StreamableFile {
  return new StreamableFile(Buffer.from(text), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
}
