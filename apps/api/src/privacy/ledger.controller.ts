import type { Once } from '#libs/domain';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn, type Viewer, Viewing } from '../auth/access.ts';
import { Keyed } from '../auth/idempotency-key.ts';
import { IdParam } from '../problems/id.param.ts';
import { LedgerView } from './ledger.dto.ts';
import { LedgerService } from './ledger.service.ts';

const own = 'shows and withdraws what the signed-in person agreed to only';

/** What one agreed to, and what was shared about oneself; each act answers with all of it as it stands then. */
@Controller('api/v1/me/consents')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  /** Over all organizations: each answer, and what each introduction shared with whom; at most 1,000 of each. */
  @Get()
  @SignedIn(own)
  list(@Viewing() viewer: Viewer): Promise<LedgerView> {
    return this.shown(viewer);
  }

  /** Every yes and everything that introductions share. Nobody is told. */
  @Post('withdraw-all')
  @HttpCode(200)
  @SignedIn(own)
  async withdrawAll(@Viewing() viewer: Viewer, @Keyed() once: Once | undefined): Promise<LedgerView> {
    await this.ledger.withdrawAll(viewer.personId, once);
    return this.shown(viewer);
  }

  /** One yes; what it allowed ends with it, and nobody is told. */
  @Post(':consentId/withdraw')
  @HttpCode(200)
  @SignedIn(own)
  async withdraw(
    @IdParam('consentId') consentId: string,
    @Viewing() viewer: Viewer,
    @Keyed() once: Once | undefined,
  ): Promise<LedgerView> {
    await this.ledger.withdraw(viewer.personId, consentId, once);
    return this.shown(viewer);
  }

  private async shown({ personId }: Viewer): Promise<LedgerView> {
    return LedgerView.of(await this.ledger.ledgerOf(personId));
  }
}
