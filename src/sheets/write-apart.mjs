// @ts-check
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { writeXlsx } from 'hucre';

/*
 * A workbook that is written by a thread of its own. This file is the thread as well: so the build has it
 * in one piece, and it is JavaScript because Node 20 starts no thread from TypeScript.
 */

/**
 * @param {import('hucre').WriteOptions} options
 * @returns {Promise<Uint8Array>}
 */
export function writeApart(options) {
  const thread = new Worker(new URL(import.meta.url), { workerData: options });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread that wrote a workbook ended with ${code}`)));
  });
}

if (!isMainThread && parentPort !== null) {
  const bytes = await writeXlsx(workerData);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of Node's, not a window
  parentPort.postMessage(bytes);
}
