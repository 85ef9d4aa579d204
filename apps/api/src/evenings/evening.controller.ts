import { Database } from '#libs/database';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { Public } from '../auth/access.ts';
import { EveningLinks } from './evening-links.service.ts';
import { EveningView } from './evening.dto.ts';
import { readEvening } from './evening.queries.ts';

@Controller('api/v1/evening/:token')
export class EveningController {
  constructor(
    private readonly links: EveningLinks,
    private readonly db: Database,
  ) {}

  /** Who I am at the evening, its panels and its tables. */
  @Get()
  @Public('the link is the proof of whose evening it is')
  @Header('cache-control', 'no-store')
  async get(@Param('token') token: string): Promise<EveningView> {
    const key = await this.links.keyOf(token);
    return EveningView.of(await this.db.read(key.scope, (reader) => readEvening(reader, key)));
  }
}
