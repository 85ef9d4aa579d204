import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.ts';
import { PublicSeriesService } from './public-series.service.ts';
import { RepeatController } from './repeat.controller.ts';
import { SeriesChangesService } from './series-changes.service.ts';
import { SeriesController } from './series.controller.ts';
import { SeriesService } from './series.service.ts';

@Module({
  imports: [EventsModule],
  controllers: [RepeatController, SeriesController],
  providers: [PublicSeriesService, SeriesChangesService, SeriesService],
  exports: [PublicSeriesService],
})
export class SeriesModule {}
