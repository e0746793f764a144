/**
 * A refusal: the person asked for something that cannot be done, and the message tells them, in
 * polite Chinese, what to do instead. It is shown as it stands, nothing is stored, nobody is woken.
 * Every other error is a fault: logged for the operator, answered neutrally.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * A fault: something the operator has to know. `attempted` says what was being done, `remedy` what
 * to try next; neither may hold a secret, a message text or a person's name.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly attempted: string;
  readonly remedy: string;

  constructor(attempted: string, remedy: string, cause?: unknown) {
    super(`${attempted}; ${remedy}`, { cause });
    this.attempted = attempted;
    this.remedy = remedy;
  }
}
