import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { Cookies } from './cookies.ts';
import { Sessions } from './sessions.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Cookies, Sessions, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Cookies, Sessions],
})
export class AuthModule {}
