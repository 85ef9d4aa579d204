import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/evenings.module.ts';
import { DrawsService } from './draws.service.ts';
import { MixerScreens } from './mixer-screens.service.ts';
import { MixerSeatsService } from './mixer-seats.service.ts';
import { MixersController } from './mixers.controller.ts';
import { MixersService } from './mixers.service.ts';
import { MyTableController } from './my-table.controller.ts';
import { SeatingThreads } from './seating-threads.ts';

@Module({
  imports: [EveningsModule],
  controllers: [MixersController, MyTableController],
  providers: [DrawsService, MixerScreens, MixerSeatsService, MixersService, SeatingThreads],
})
export class MixersModule {}
