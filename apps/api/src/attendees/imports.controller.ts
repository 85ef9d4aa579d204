import { Member } from '#libs/domain';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import {
  ColumnsInput,
  ImportRowsView,
  ImportView,
  ImportsView,
  RowsQuery,
  StartImportInput,
} from './imports.dto.ts';
import { ImportsService } from './imports.service.ts';
import { type OpenUpload, TakesAFile, UploadedList } from './uploaded-list.ts';

@Controller('api/v1/organizations/:organizationId/events/:eventId/imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** Reads a guest list and says what each row would do; nobody is imported yet. */
  @Post()
  @Can('guest-list.import')
  @TakesAFile()
  async upload(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @UploadedList() open: OpenUpload,
  ): Promise<ImportView> {
    return ImportView.of(await this.imports.upload(member, eventId, open));
  }

  @Get()
  @Can('guest-list.import')
  async list(@Staff() member: Member, @IdParam('eventId') eventId: string): Promise<ImportsView> {
    return ImportsView.of(await this.imports.list(member, eventId));
  }

  @Get(':importId')
  @Can('guest-list.import')
  async get(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('importId') importId: string,
  ): Promise<ImportView> {
    return ImportView.of(await this.imports.get(member, eventId, importId));
  }

  /** What each row will do, or did, and why. */
  @Get(':importId/rows')
  @Can('guest-list.import')
  async rows(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('importId') importId: string,
    @Query() query: RowsQuery,
  ): Promise<ImportRowsView> {
    return ImportRowsView.of(await this.imports.rows(member, eventId, importId, query));
  }

  /** Corrects what the columns are, and previews every row again. */
  @Put(':importId/columns')
  @Can('guest-list.import')
  async columns(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('importId') importId: string,
    @Body() input: ColumnsInput,
  ): Promise<ImportView> {
    return ImportView.of(await this.imports.correct(member, eventId, importId, input.columns));
  }

  /** Imports what the preview showed; without a body nobody on the list is written to. */
  @Post(':importId/start')
  @HttpCode(200)
  @ApiBody({ type: StartImportInput, required: false })
  @Can('guest-list.import')
  async start(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('importId') importId: string,
    @Body() { mayWrite = false }: StartImportInput,
  ): Promise<ImportView> {
    return ImportView.of(await this.imports.start(member, eventId, importId, mayWrite));
  }
}
