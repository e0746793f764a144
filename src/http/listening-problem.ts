/**
 * Why a server cannot listen where PORT and HOST say, as a sentence for the operator that begins with the
 * variable, like those of `config/variables.ts`; only the attempt shows it. `undefined` for other errors.
 */
export function listeningProblem(error: unknown): string | undefined {
  const { code, port, address, hostname } = error as ListeningError;
  switch (code) {
    case 'EADDRINUSE':
      return `PORT：端口 ${port} 已被别的程序占用。请停掉那个程序，或者换一个端口，例如 ${otherPort(port)}。`;
    case 'EACCES':
      return `PORT：没有权限使用端口 ${port}。请换一个 1024 以上的端口，例如 8080。`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST：本机没有“${address ?? hostname}”这个地址。请写本机的地址，例如 127.0.0.1；要监听全部地址就写 0.0.0.0。`;
    default:
      return undefined;
  }
}

/** What Node.js says of a failed `listen`, or of the look-up of a name before it. */
interface ListeningError {
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

function otherPort(port = 0): number {
  return port < 65_535 ? port + 1 : port - 1;
}
