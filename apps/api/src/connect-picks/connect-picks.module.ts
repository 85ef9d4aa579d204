import { Module } from '@nestjs/common';
import { CritiqueSessionsModule } from '../critique-sessions/critique-sessions.module.ts';
import { ConnectPicksController } from './connect-picks.controller.ts';
import { ConnectPicksService } from './connect-picks.service.ts';

@Module({
  imports: [CritiqueSessionsModule],
  controllers: [ConnectPicksController],
  providers: [ConnectPicksService],
})
export class ConnectPicksModule {}
