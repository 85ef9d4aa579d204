import { Module } from '@nestjs/common';
import { AgendaController } from './agenda.controller.ts';
import { AgendaService } from './agenda.service.ts';
import { PanelAnswersService } from './panel-answers.service.ts';
import { PanelPeopleController } from './panel-people.controller.ts';
import { PanelPeopleService } from './panel-people.service.ts';
import { PanelistLinks } from './panelist-links.service.ts';
import { PanelsController } from './panels.controller.ts';
import { PanelsService } from './panels.service.ts';

@Module({
  controllers: [AgendaController, PanelsController, PanelPeopleController],
  providers: [AgendaService, PanelAnswersService, PanelPeopleService, PanelistLinks, PanelsService],
  exports: [PanelAnswersService, PanelistLinks, PanelsService],
})
export class PanelsModule {}
