import { Global, Module } from '@nestjs/common';
import { PageFrame } from './page-frame.ts';
import { StylesController } from './styles.controller.ts';

/** Plain HTML for people without an account: no script, native forms. */
@Global()
@Module({
  controllers: [StylesController],
  providers: [PageFrame],
  exports: [PageFrame],
})
export class PagesModule {}
