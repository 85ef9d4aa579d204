import { Database } from '#libs/database';
import { Module } from '@nestjs/common';
import { CheckInsController } from './check-ins.controller.ts';
import { CheckInsService } from './check-ins.service.ts';
import { DoorActsService } from './door-acts.service.ts';
import { DoorController } from './door.controller.ts';
import { DoorDesk } from './door-desk.ts';
import { DoorLinksController } from './door-links.controller.ts';
import { DoorLinksService } from './door-links.service.ts';
import { DoorService } from './door.service.ts';

@Module({
  controllers: [CheckInsController, DoorController, DoorLinksController],
  providers: [
    CheckInsService,
    DoorActsService,
    { provide: DoorDesk, inject: [Database], useFactory: (db: Database) => new DoorDesk(db) },
    DoorLinksService,
    DoorService,
  ],
})
export class CheckInModule {}
