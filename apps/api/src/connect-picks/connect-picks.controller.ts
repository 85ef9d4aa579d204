import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { PicksInput, PicksView } from './connect-picks.dto.ts';
import { ConnectPicksService } from './connect-picks.service.ts';

const link = 'the link is the proof of whose choice it is';

/** Whom I would like to keep talking to, of the people of my rounds. */
@Controller('api/v1/critique/:token/sessions/:critiqueSessionId/picks')
export class ConnectPicksController {
  constructor(
    private readonly links: CritiqueLinks,
    private readonly picks: ConnectPicksService,
  ) {}

  /** Whom I may choose and whom I chose. Nobody else reads it, and it tells nothing of anybody else's choice. */
  @Get()
  @Public(link)
  @Header('cache-control', 'no-store')
  async get(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<PicksView> {
    return PicksView.of(await this.picks.look(await this.links.keyOf(token), critiqueSessionId));
  }

  /**
   * Chooses up to two, until seven days after the letters were handed over. The answer is the same whoever chose whom; two
   * who choose each other, and want introductions, are introduced by mail.
   */
  @Put()
  @Public(link)
  @Repeatable('the same choice again changes nothing')
  @Header('cache-control', 'no-store')
  async save(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Body() input: PicksInput,
  ): Promise<PicksView> {
    return PicksView.of(await this.picks.save(await this.links.keyOf(token), critiqueSessionId, input));
  }
}
