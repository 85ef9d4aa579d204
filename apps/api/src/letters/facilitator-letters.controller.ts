import { Member } from '#libs/domain';
import { Controller, Get, Header } from '@nestjs/common';
import { Can, Staff } from '../auth/access.ts';
import { IdParam } from '../problems/id.param.ts';
import { FacilitatorLettersService } from './facilitator-letters.service.ts';
import { FacilitatorLetterView, WorksWithLettersView, WorkWithLetterView } from './letters.dto.ts';

@Controller(
  'api/v1/organizations/:organizationId/events/:eventId/critique-sessions/:critiqueSessionId/letters',
)
export class FacilitatorLettersController {
  constructor(private readonly letters: FacilitatorLettersService) {}

  /** The works that were heard; refused as critique-letters-private where the feedback goes to its authors alone. */
  @Get()
  @Can('critique.run')
  @Header('cache-control', 'no-store')
  async list(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<WorksWithLettersView> {
    const { released, works } = await this.letters.list(member, eventId, critiqueSessionId);
    return { released, works: works.map((work) => WorkWithLetterView.of(work)) };
  }

  @Get(':submissionId')
  @Can('critique.run')
  @Header('cache-control', 'no-store')
  async letter(
    @Staff() member: Member,
    @IdParam('eventId') eventId: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('submissionId') submissionId: string,
  ): Promise<FacilitatorLetterView> {
    return FacilitatorLetterView.of(
      await this.letters.letter(member, eventId, { critiqueSessionId, submissionId }),
    );
  }
}
