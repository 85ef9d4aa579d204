import { Module } from '@nestjs/common';
import { AskController } from '../pages/ask.controller.ts';
import { AsksService } from './asks.service.ts';
import { IntroductionsController } from './introductions.controller.ts';
import { IntroductionsService } from './introductions.service.ts';
import { MyIntroductionsService } from './my-introductions.service.ts';
import { SuggestionsService } from './suggestions.service.ts';

@Module({
  controllers: [IntroductionsController, AskController],
  providers: [IntroductionsService, MyIntroductionsService, SuggestionsService, AsksService],
  exports: [MyIntroductionsService],
})
export class IntroductionsModule {}
