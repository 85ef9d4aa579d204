import { Member } from '#libs/domain';
import {
  Body,
  Controller,
  DefaultValuePipe,
  HttpCode,
  Post,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { answerWithProgress, progressLines } from './progress-lines.ts';
import { SuggestInput, SuggestionLine, SuggestionProgressView, SuggestionsView } from './suggestions.dto.ts';
import { SuggestionsService } from './suggestions.service.ts';

const shape = (type: new () => object) => ({ schema: { $ref: getSchemaPath(type) } });

@Controller('api/v1/organizations/:organizationId/events/:eventId/introductions/suggest')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  /**
   * Suggests pairs among those who came and opted in; what a host touched stays as it is. A large room takes seconds: who
   * accepts application/x-ndjson is told how far it is, line by line, and the last line says what was done or why not.
   * Closing the connection before that leaves everything as it was.
   */
  @Post()
  @HttpCode(200)
  @Can('introductions.decide')
  @ApiBody({ type: SuggestInput, required: false })
  @ApiExtraModels(SuggestionsView, SuggestionLine)
  @ApiOkResponse({
    content: { 'application/json': shape(SuggestionsView), [progressLines]: shape(SuggestionLine) },
  })
  async suggest(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @Body(new DefaultValuePipe({})) { first, anew = false }: SuggestInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SuggestionsView | StreamableFile | undefined> {
    return answerWithProgress(request, reply, ({ signal, tell }) =>
      this.suggestions.suggest(
        member,
        eventId,
        { first, anew },
        {
          signal,
          tell: (progress) => {
            tell(SuggestionProgressView.of(progress));
          },
        },
      ),
    );
  }
}
