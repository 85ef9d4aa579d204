import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { Cookies } from './cookies.ts';
import { FormTokens } from './form-tokens.ts';
import { Sessions } from './sessions.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Cookies, FormTokens, Sessions, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Cookies, FormTokens, Sessions],
})
export class AuthModule {}
