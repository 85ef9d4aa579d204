import { Module } from '@nestjs/common';
import { SeriesModule } from '../series/series.module.ts';
import { CalendarsController } from './calendars.controller.ts';
import { MyFeedService } from './my-feed.service.ts';
import { PublicFeedsService } from './public-feeds.service.ts';

@Module({
  imports: [SeriesModule],
  controllers: [CalendarsController],
  providers: [MyFeedService, PublicFeedsService],
  exports: [MyFeedService],
})
export class CalendarsModule {}
