import { Module } from '@nestjs/common';
import { MorningByLinkController, MorningBySessionController } from '../pages/morning.controller.ts';
import { MorningPages } from '../pages/morning-pages.ts';
import { MorningsController } from './mornings.controller.ts';
import { MorningsService } from './mornings.service.ts';

@Module({
  controllers: [MorningsController, MorningByLinkController, MorningBySessionController],
  providers: [MorningPages, MorningsService],
})
export class MorningsModule {}
