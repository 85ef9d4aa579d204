import { Database } from '#libs/database';
import { DomainError } from '#libs/domain';
import { type BeforeApplicationShutdown, Controller, Get, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access.ts';

/** What an orchestrator asks. Live touches nothing; ready asks the database and stops at the drain flag (rule 27). */
@ApiExcludeController()
@Controller()
export class HealthController implements BeforeApplicationShutdown {
  private draining = false;

  constructor(private readonly db: Database) {}

  @Get('livez')
  @Public('says only that the process runs')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public('says only whether requests can be served')
  async ready(): Promise<{ status: string }> {
    if (this.draining) throw new DomainError('unavailable');
    await this.db.read({ kind: 'public' }, (reader) => reader.query('select 1'));
    return { status: 'ok' };
  }

  beforeApplicationShutdown(): void {
    this.draining = true;
  }
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
