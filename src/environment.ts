import { existsSync } from 'node:fs';
import type { Environment } from './config/read-variables.ts';

/**
 * The process's environment, with what `.env` in the working directory adds to it; a variable that is
 * set already wins. Only programs' entries call this.
 */
export function readEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile();
  return process.env;
}
