import { pino } from 'pino';
import { describeError } from './log/describe-error.ts';
import { withoutSecrets } from './log/without-secrets.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What a line carries besides its message. Whatever was thrown goes under `err`. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Lines for the operator, as JSON. From `info` up they hold no secret, no message text and no
 * personal name (contract §2): name the kind of thing and its number, a userid only where somebody
 * has to act on it. Secrets are also taken out here, at every level, as a second line of defence.
 */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** Takes one line at a time, newline included. */
export interface LogDestination {
  write(line: string): void;
}

/** A log that leaves out everything below `level`; it goes to standard output unless told otherwise. */
export function createLog(level: LogLevel, destination?: LogDestination): Log {
  const options = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    // Described already; pino would do it again in its own way.
    serializers: { err: (described: unknown) => described },
  };
  const lines = destination === undefined ? pino(options) : pino(options, destination);
  const at = (label: 'debug' | 'info' | 'warn' | 'error') => (fields: LogFields, message: string) => {
    if (!lines.isLevelEnabled(label)) return;
    const described = 'err' in fields ? { ...fields, err: describeError(fields['err']) } : fields;
    lines[label](withoutSecrets(described), withoutSecrets(message));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
