import { Module } from '@nestjs/common';
import { EveningController } from './evening.controller.ts';
import { EveningLinks } from './evening-links.service.ts';

@Module({ controllers: [EveningController], providers: [EveningLinks], exports: [EveningLinks] })
export class EveningsModule {}
