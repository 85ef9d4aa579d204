import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { PanelistService } from './panelist.service.ts';
import { PanelsModule } from './panels.module.ts';

/** What people on a panel see and send. */
@Module({
  imports: [PanelsModule, FilesModule],
  providers: [PanelistService],
  exports: [PanelsModule, FilesModule, PanelistService],
})
export class PanelistModule {}
