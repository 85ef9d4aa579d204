import { Module } from '@nestjs/common';
import { DemoListsController } from './demo-lists.controller.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';

@Module({ controllers: [ImportsController, DemoListsController], providers: [ImportsService] })
export class ImportsModule {}
