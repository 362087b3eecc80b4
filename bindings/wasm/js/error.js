/** Why there is no answer. */
export class QiaolianError extends Error {
  constructor(said, envelope) {
    super(said);
    this.envelope = envelope;
  }
  get code() {
    return this.envelope.code;
  }
  get text() {
    return this.envelope.message;
  }
  get help() {
    return this.envelope.help;
  }
  get problems() {
    return this.envelope.problems;
  }
  get where() {
    return this.envelope.where;
  }
  get related() {
    return this.envelope.related ?? [];
  }
  toJSON() {
    return this.envelope;
  }
}
QiaolianError.prototype.name = "QiaolianError";
