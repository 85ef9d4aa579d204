import { Module } from '@nestjs/common';
import { AudienceController } from './audience.controller.ts';
import { AudienceService } from './audience.service.ts';
import { MembersService } from './members.service.ts';
import { OrganizationsController } from './organizations.controller.ts';
import { OrganizationsService } from './organizations.service.ts';
import { SynonymsController } from './synonyms.controller.ts';
import { SynonymsService } from './synonyms.service.ts';

@Module({
  controllers: [OrganizationsController, AudienceController, SynonymsController],
  providers: [OrganizationsService, MembersService, AudienceService, SynonymsService],
})
export class OrganizationsModule {}
