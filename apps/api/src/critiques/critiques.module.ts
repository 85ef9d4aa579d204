import { Module } from '@nestjs/common';
import { CritiqueSessionsModule } from '../critique-sessions/critique-sessions.module.ts';
import { CritiqueScreens } from './critique-screens.service.ts';
import { CritiquesController } from './critiques.controller.ts';
import { CritiquesService } from './critiques.service.ts';
import { EveningNowService } from './evening-now.service.ts';
import { PhoneStreams } from './phone-streams.ts';
import { PhonesController } from './phones.controller.ts';

@Module({
  imports: [CritiqueSessionsModule],
  controllers: [CritiquesController, PhonesController],
  providers: [CritiqueScreens, CritiquesService, EveningNowService, PhoneStreams],
  exports: [CritiqueScreens],
})
export class CritiquesModule {}
