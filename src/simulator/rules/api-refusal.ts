/** WeCom refuses a call: HTTP 200 with this error number. Nothing of the call takes effect. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly errcode: number;

  constructor(errcode: number, errmsg: string) {
    super(errmsg);
    this.errcode = errcode;
  }
}

/** Refuses the call; the numbers are those of protocol §4.3 and §7. */
export function refuse(errcode: number, errmsg: string): never {
  throw new ApiRefusal(errcode, errmsg);
}
