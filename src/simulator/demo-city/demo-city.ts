import { fileURLToPath } from 'node:url';

/**
 * The folder of the demo's roster: 组织.csv and 人员.csv of an invented city, with every role, kind and
 * state. No person, organisation or place in it is real.
 */
export const demoCityDirectory = fileURLToPath(new URL('.', import.meta.url));
