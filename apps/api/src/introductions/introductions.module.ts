import { loggable } from '#libs/database';
import { SuggestionThreads } from '#libs/suggestions';
import { Logger, Module } from '@nestjs/common';
import { AsksService } from './asks.service.ts';
import { BoardStreams } from './board-streams.ts';
import { IntroductionMailsController } from './introduction-mails.controller.ts';
import { IntroductionMailsService } from './introduction-mails.service.ts';
import { DecisionsService } from './decisions.service.ts';
import { IntroductionsController } from './introductions.controller.ts';
import { IntroductionsService } from './introductions.service.ts';
import { IntroductionStopsService } from './introduction-stops.service.ts';
import { LiveController } from './live.controller.ts';
import { LiveService } from './live.service.ts';
import { MyIntroductionActsService } from './my-introduction-acts.service.ts';
import { MyIntroductionsController } from './my-introductions.controller.ts';
import { MyIntroductionsService } from './my-introductions.service.ts';
import { SuggestionsController } from './suggestions.controller.ts';
import { SuggestionsService } from './suggestions.service.ts';
import { WellKnownController } from './well-known.controller.ts';
import { WellKnownService } from './well-known.service.ts';

const log = new Logger('suggestions');

/** One for the process: everybody's searches wait in one queue. */
const threads = {
  provide: SuggestionThreads,
  useFactory: () =>
    new SuggestionThreads((error) => {
      log.error({ error: loggable(error), msg: 'the search for suggestions died' });
    }),
};

@Module({
  controllers: [
    IntroductionMailsController,
    IntroductionsController,
    LiveController,
    MyIntroductionsController,
    SuggestionsController,
    WellKnownController,
  ],
  providers: [
    AsksService,
    DecisionsService,
    BoardStreams,
    IntroductionMailsService,
    IntroductionsService,
    IntroductionStopsService,
    LiveService,
    MyIntroductionActsService,
    MyIntroductionsService,
    SuggestionsService,
    WellKnownService,
    threads,
  ],
  exports: [AsksService, IntroductionStopsService, MyIntroductionActsService, MyIntroductionsService],
})
export class IntroductionsModule {}
