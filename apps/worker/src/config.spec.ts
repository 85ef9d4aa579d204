import { readConfig } from './config.ts';

describe('the configuration of a worker', () => {
  it('names every fault at once', () => {
    expect(() => readConfig({ ACQUAINT_MODE: 'live', DATABASE_URL: 'mysql://x', MAIL_FROM: 'a@b' })).toThrow(
      /DATABASE_URL must start with.*PUBLIC_URL is missing.*SECRET_KEYS is missing.*SMTP_URL is missing.*MAIL_FROM is not an e-mail address/s,
    );
  });

  it('needs a mail server in live mode only', () => {
    const given = {
      DATABASE_URL: 'postgres://app@localhost/acquaint',
      PUBLIC_URL: 'https://acquaint.example/',
      SECRET_KEYS: `k1:${Buffer.alloc(32).toString('base64url')}`,
    };
    expect(readConfig({ ...given, ACQUAINT_MODE: 'demo' })).toMatchObject({
      smtpUrl: null,
      mailFrom: 'acquaint@acquaint.example',
      publicUrl: 'https://acquaint.example',
    });
    expect(() => readConfig(given)).toThrow('SMTP_URL is missing');
  });
});
