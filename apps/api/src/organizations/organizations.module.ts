import { Module } from '@nestjs/common';
import { MembersService } from './members.service.ts';
import { OrganizationsController } from './organizations.controller.ts';
import { OrganizationsService } from './organizations.service.ts';

@Module({ controllers: [OrganizationsController], providers: [OrganizationsService, MembersService] })
export class OrganizationsModule {}
