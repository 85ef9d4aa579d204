import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { AuthController } from './auth.controller.ts';
import { Cookies } from './cookies.ts';
import { CrossSiteGuard } from './cross-site.guard.ts';
import { DemoSignInController } from './demo-sign-in.controller.ts';
import { DemoSignIn } from './demo-sign-in.ts';
import { FirstOwner } from './first-owner.ts';
import { FormTokens } from './form-tokens.ts';
import { Sessions } from './sessions.ts';
import { SignInService } from './sign-in.service.ts';
import { StillMay } from './still-may.ts';
import { Strategies } from './strategies.ts';
import { ViewerService } from './viewer.service.ts';

const forPages = [DemoSignIn, FirstOwner, FormTokens, Sessions, SignInService];

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [AuthController, DemoSignInController],
  providers: [
    ...forPages,
    Cookies,
    StillMay,
    Strategies,
    ViewerService,
    // In this order: where a request comes from is settled before who it is from.
    { provide: APP_GUARD, useClass: CrossSiteGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [...forPages, StillMay],
})
export class AuthModule {}
