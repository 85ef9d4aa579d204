import { Database } from '#libs/database';
import { DomainError } from '#libs/domain';
import { Controller, Get, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access.ts';
import { Drain } from './drain.ts';

/** What an orchestrator asks. Live touches nothing; ready asks the database and stops at the drain flag (rule 27). */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly drain: Drain,
  ) {}

  @Get('livez')
  @Public('says only that the process runs')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public('says only whether requests can be served')
  async ready(): Promise<{ status: string }> {
    if (this.drain.draining) throw new DomainError('unavailable');
    await this.db.read({ kind: 'public' }, (reader) => reader.query('select 1'));
    return { status: 'ok' };
  }
}

@Module({ controllers: [HealthController], providers: [Drain] })
export class HealthModule {}
