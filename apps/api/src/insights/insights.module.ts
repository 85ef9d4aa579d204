import { Module } from '@nestjs/common';
import { InsightsController } from './insights.controller.ts';
import { InsightsService } from './insights.service.ts';
import { MyReturnService } from './my-return.service.ts';

@Module({
  controllers: [InsightsController],
  providers: [InsightsService, MyReturnService],
  exports: [MyReturnService],
})
export class InsightsModule {}
