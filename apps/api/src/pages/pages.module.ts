import { Global, Module } from '@nestjs/common';
import { FirstOwnerController } from './first-owner.controller.ts';
import { PageFrame } from './page-frame.ts';
import { ProblemPages } from './problem-pages.ts';
import { SignInController } from './sign-in.controller.ts';
import { StylesController } from './styles.controller.ts';

/** Plain HTML for people without an account: no script, native forms. */
@Global()
@Module({
  controllers: [FirstOwnerController, SignInController, StylesController],
  providers: [PageFrame, ProblemPages],
  exports: [PageFrame],
})
export class PagesModule {}
