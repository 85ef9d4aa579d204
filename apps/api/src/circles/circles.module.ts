import { Module } from '@nestjs/common';
import { CirclesController } from './circles.controller.ts';
import { CirclesService } from './circles.service.ts';
import { MyCirclesService } from './my-circles.service.ts';

@Module({
  controllers: [CirclesController],
  providers: [CirclesService, MyCirclesService],
  exports: [MyCirclesService],
})
export class CirclesModule {}
