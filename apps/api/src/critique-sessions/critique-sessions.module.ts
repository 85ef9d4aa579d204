import { Module } from '@nestjs/common';
import { CritiqueSessionsController } from './critique-sessions.controller.ts';
import { CritiqueSessionsService } from './critique-sessions.service.ts';

@Module({ controllers: [CritiqueSessionsController], providers: [CritiqueSessionsService] })
export class CritiqueSessionsModule {}
