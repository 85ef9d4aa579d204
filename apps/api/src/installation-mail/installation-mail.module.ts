import { Module } from '@nestjs/common';
import { InstallationMailController } from './installation-mail.controller.ts';
import { Dns, InstallationMailService } from './installation-mail.service.ts';

@Module({ controllers: [InstallationMailController], providers: [Dns, InstallationMailService] })
export class InstallationMailModule {}
