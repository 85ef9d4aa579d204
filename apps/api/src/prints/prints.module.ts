import { Module } from '@nestjs/common';
import { PrintsController } from './prints.controller.ts';
import { PrintsService } from './prints.service.ts';

@Module({ controllers: [PrintsController], providers: [PrintsService] })
export class PrintsModule {}
