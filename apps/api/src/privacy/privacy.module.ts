import { Module } from '@nestjs/common';
import { ErasureService } from './erasure.service.ts';
import { ExportService } from './export.service.ts';
import { LedgerController } from './ledger.controller.ts';
import { LedgerService } from './ledger.service.ts';

@Module({
  controllers: [LedgerController],
  providers: [ErasureService, ExportService, LedgerService],
  exports: [ErasureService, ExportService, LedgerService],
})
export class PrivacyModule {}
