import { Member, builtInSynonyms } from '#libs/domain';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { SynonymTableView, SynonymsChange, SynonymsInput, SynonymsView } from './synonyms.dto.ts';
import { SynonymsService } from './synonyms.service.ts';

@Controller('api/v1/organizations/:organizationId/synonyms')
export class SynonymsController {
  constructor(private readonly synonyms: SynonymsService) {}

  /** Words that the matching takes for one. */
  @Get()
  @Can('synonyms.read')
  async list(@Staff() member: Member): Promise<SynonymTableView> {
    return SynonymTableView.of(await this.synonyms.list(member), builtInSynonyms);
  }

  /** Adds a row; a word stands in one row only. */
  @Post()
  @Can('synonyms.edit')
  async add(@Staff() member: Member, @Body() { words }: SynonymsInput): Promise<SynonymsView> {
    return SynonymsView.of(await this.synonyms.add(member, words));
  }

  /** Replaces the words of a row. */
  @Patch(':synonymsId')
  @Can('synonyms.edit')
  async change(
    @Staff() member: Member,
    @IdParam('synonymsId') synonymsId: string,
    @Body() change: SynonymsChange,
  ): Promise<SynonymsView> {
    return SynonymsView.of(await this.synonyms.change(member, synonymsId, change));
  }

  @Delete(':synonymsId')
  @HttpCode(204)
  @Can('synonyms.edit')
  async remove(@Staff() member: Member, @IdParam('synonymsId') synonymsId: string): Promise<void> {
    await this.synonyms.remove(member, synonymsId);
  }
}
