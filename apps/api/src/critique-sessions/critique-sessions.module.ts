import { Module } from '@nestjs/common';
import { CritiqueLinks } from './critique-links.service.ts';
import { CritiquePlansController } from './critique-plans.controller.ts';
import { CritiquePlansService } from './critique-plans.service.ts';
import { CritiqueSessionsController } from './critique-sessions.controller.ts';
import { CritiqueSessionsService } from './critique-sessions.service.ts';
import { CritiqueSwapsService } from './critique-swaps.service.ts';

@Module({
  controllers: [CritiqueSessionsController, CritiquePlansController],
  providers: [CritiqueSessionsService, CritiquePlansService, CritiqueSwapsService, CritiqueLinks],
  exports: [CritiqueLinks],
})
export class CritiqueSessionsModule {}
