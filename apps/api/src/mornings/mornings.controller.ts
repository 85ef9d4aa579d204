import type { Once } from '#libs/domain';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { MorningInput, MorningView } from './mornings.dto.ts';
import { MorningsService } from './mornings.service.ts';

const own = 'finds the evenings of the signed-in person only';

/** The morning after an evening somebody came to, until its 60th day. What is told here is shown to nobody else. */
@Controller('api/v1/me/evenings/:attendeeId/morning')
export class MorningsController {
  constructor(private readonly mornings: MorningsService) {}

  /** Who else came and lets their name be seen, and what was answered so far. */
  @Get()
  @SignedIn(own)
  async get(
    @IdParam('attendeeId') attendeeId: string,
    @Viewing() { personId }: Viewer,
  ): Promise<MorningView> {
    return MorningView.of(await this.mornings.look(await this.mornings.keyOfPerson(personId, attendeeId)));
  }

  /** These answers in place of those before. Whether a typed name was found is not told. */
  @Put()
  @SignedIn(own)
  async save(
    @IdParam('attendeeId') attendeeId: string,
    @Body() input: MorningInput,
    @Viewing() { personId }: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<MorningView> {
    const key = await this.mornings.keyOfPerson(personId, attendeeId);
    return MorningView.of(await this.mornings.save(key, input, once));
  }
}
