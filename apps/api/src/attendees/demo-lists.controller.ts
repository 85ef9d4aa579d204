import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { notFound } from '#libs/domain';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access.ts';
import { Settings } from '../settings.ts';

const names = ['luma', 'eventbrite'];

/** The two guest lists of the demo, to import by hand; they exist in no real installation. */
@ApiExcludeController()
@Controller('demo/guest-lists')
export class DemoListsController {
  constructor(private readonly settings: Settings) {}

  @Get(':name.csv')
  @Public('made-up guests, and only in demo mode and tests')
  download(@Param('name') name: string): StreamableFile {
    if (this.settings.config.mode === 'live' || !names.includes(name)) throw notFound();
    return new StreamableFile(
      createReadStream(join(projectFolder(), 'apps/start/guest-lists', `${name}.csv`)),
      {
        type: 'text/csv; charset=utf-8',
        disposition: `attachment; filename="${name}.csv"`,
      },
    );
  }
}

/** Sources and built files lie at different depths below it. */
function projectFolder(from = import.meta.dirname): string {
  return existsSync(join(from, 'package.json')) ? from : projectFolder(dirname(from));
}
