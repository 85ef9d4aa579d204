import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/evenings.module.ts';
import { ContactSwapsController } from './contact-swaps.controller.ts';
import { ContactSwapsService } from './contact-swaps.service.ts';

@Module({
  imports: [EveningsModule],
  controllers: [ContactSwapsController],
  providers: [ContactSwapsService],
})
export class ContactSwapsModule {}
