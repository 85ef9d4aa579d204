import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/evenings.module.ts';
import { ModerationService } from './moderation.service.ts';
import { PanelModerationController } from './panel-moderation.controller.ts';
import { PanelScreens } from './panel-screens.service.ts';
import { PhoneModerationController } from './phone-moderation.controller.ts';
import { PhoneQuestionsController } from './phone-questions.controller.ts';
import { QuestionsService } from './questions.service.ts';
import { VotesService } from './votes.service.ts';

@Module({
  imports: [EveningsModule],
  controllers: [PhoneQuestionsController, PhoneModerationController, PanelModerationController],
  providers: [QuestionsService, VotesService, ModerationService, PanelScreens],
  exports: [PanelScreens],
})
export class QuestionsModule {}
