import { Module } from '@nestjs/common';
import { CritiquesModule } from '../critiques/critiques.module.ts';
import { CritiqueRunController } from './run.controller.ts';
import { CritiqueRunService } from './run.service.ts';
import { CritiqueSlotsController } from './slots.controller.ts';
import { CritiqueSlotsService } from './slots.service.ts';

@Module({
  imports: [CritiquesModule],
  controllers: [CritiqueRunController, CritiqueSlotsController],
  providers: [CritiqueRunService, CritiqueSlotsService],
})
export class CritiqueSlotsModule {}
