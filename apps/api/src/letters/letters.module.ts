import { Module } from '@nestjs/common';
import { CritiqueSessionsModule } from '../critique-sessions/critique-sessions.module.ts';
import { FacilitatorLettersController } from './facilitator-letters.controller.ts';
import { FacilitatorLettersService } from './facilitator-letters.service.ts';
import { LettersController } from './letters.controller.ts';
import { LettersService } from './letters.service.ts';

@Module({
  imports: [CritiqueSessionsModule],
  controllers: [LettersController, FacilitatorLettersController],
  providers: [LettersService, FacilitatorLettersService],
})
export class LettersModule {}
