import { Module } from '@nestjs/common';
import { CritiqueSessionsModule } from '../critique-sessions/critique-sessions.module.ts';
import { SubmissionsController } from './submissions.controller.ts';
import { SubmissionsService } from './submissions.service.ts';

@Module({
  imports: [CritiqueSessionsModule],
  controllers: [SubmissionsController],
  providers: [SubmissionsService],
})
export class SubmissionsModule {}
