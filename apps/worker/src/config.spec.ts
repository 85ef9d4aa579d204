import { readConfig } from './config.ts';

describe('the configuration of a worker', () => {
  it('names every fault at once', () => {
    expect(() => readConfig({ ACQUAINT_MODE: 'live', DATABASE_URL: 'mysql://x', MAIL_FROM: 'a@b' })).toThrow(
      /DATABASE_URL must start with.*PUBLIC_URL is missing.*SECRET_KEYS is missing.*SMTP_URL is missing.*MAIL_FROM is not an e-mail address/s,
    );
  });

  it('takes a signature whole or not at all, and a place for reports that mails can be told apart by', () => {
    const faulty = {
      DKIM_DOMAIN: 'example.org',
      DKIM_PRIVATE_KEY: '/nowhere',
      BOUNCE_ADDRESS: 'customer-bounces@example.org',
    };
    expect(() => readConfig(faulty)).toThrow(
      /BOUNCE_ADDRESS must have at most 12.*DKIM_SELECTOR is missing.*DKIM_PRIVATE_KEY is neither a PEM nor a file/s,
    );
    expect(() => readConfig({ BOUNCE_ADDRESS: 'not a domain' })).toThrow('BOUNCE_ADDRESS is not a domain');
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
      mail: { connections: 4, pauseMs: 5_000, bounceAddress: null, dkim: null },
    });
    expect(() => readConfig(given)).toThrow('SMTP_URL is missing');
  });
});
