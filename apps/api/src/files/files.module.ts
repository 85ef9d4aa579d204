import { Arriving, openStorage } from '#libs/files';
import { Module } from '@nestjs/common';
import { CritiqueSessionsModule } from '../critique-sessions/critique-sessions.module.ts';
import { Settings } from '../settings.ts';
import { KeptFiles } from './kept-files.ts';
import { ListeningController, StaffListeningController } from './listening.controller.ts';
import { ListeningService } from './listening.service.ts';
import { ServedFilesController } from './served-files.controller.ts';
import { SlidesController } from './slides.controller.ts';
import { SlidesService } from './slides.service.ts';
import { UploadsController } from './uploads.controller.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  imports: [CritiqueSessionsModule],
  controllers: [
    UploadsController,
    ListeningController,
    StaffListeningController,
    ServedFilesController,
    SlidesController,
  ],
  providers: [
    SlidesService,
    UploadsService,
    ListeningService,
    {
      provide: KeptFiles,
      inject: [Settings],
      useFactory: ({ config: { files } }: Settings) =>
        new KeptFiles(openStorage(files), new Arriving(files.folder), files),
    },
  ],
  exports: [SlidesService],
})
export class FilesModule {}
