import { Module } from '@nestjs/common';
import { AskController } from '../pages/ask.controller.ts';
import { AsksService } from './asks.service.ts';
import { IntroductionsController } from './introductions.controller.ts';
import { IntroductionsService } from './introductions.service.ts';
import { MyIntroductionsService } from './my-introductions.service.ts';
import { SuggestionThreads } from './suggestion-threads.ts';
import { SuggestionsController } from './suggestions.controller.ts';
import { SuggestionsService } from './suggestions.service.ts';

/** One for the process: everybody's searches wait in one queue. */
const threads = { provide: SuggestionThreads, useFactory: () => new SuggestionThreads() };

@Module({
  controllers: [IntroductionsController, SuggestionsController, AskController],
  providers: [IntroductionsService, MyIntroductionsService, SuggestionsService, threads, AsksService],
  exports: [MyIntroductionsService],
})
export class IntroductionsModule {}
