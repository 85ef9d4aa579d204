import { Module } from '@nestjs/common';
import { CritiqueCreditsController } from './critique-credits.controller.ts';
import { CritiqueCreditsService } from './critique-credits.service.ts';

@Module({ controllers: [CritiqueCreditsController], providers: [CritiqueCreditsService] })
export class CritiqueCreditsModule {}
