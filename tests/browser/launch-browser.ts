import { chromium, type Browser } from 'playwright-core';

/** The system's Chromium, without a window and without asking anybody on the internet for anything. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    // In the POSIX locale, the one of a bare environment, it calls a file with a Chinese name `download`.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
