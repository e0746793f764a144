import { isIP } from 'node:net';

/**
 * Whether a server could listen there on some machine: an IP address or a host name. What ends in a number
 * is meant as an address, and 999.9.9.9 is none.
 */
export function isListenAddress(text: string): boolean {
  return isIP(text) !== 0 || (/^[\w-]+(\.[\w-]+)*$/.test(text) && !/(^|\.)\d+$/.test(text));
}
