import { Module } from '@nestjs/common';
import { PanelsController } from './panels.controller.ts';
import { PanelsService } from './panels.service.ts';

@Module({ controllers: [PanelsController], providers: [PanelsService], exports: [PanelsService] })
export class PanelsModule {}
