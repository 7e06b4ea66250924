/** Why a linkage could not be done, and what to do next. Holds no value of any record. */
export class LinkProblem extends Error {
  readonly code: string;
  readonly remedy: string;

  constructor({ code, message, remedy }: { readonly code: string; readonly message: string; readonly remedy: string }) {
    super(message);
    this.name = 'LinkProblem';
    this.code = code;
    this.remedy = remedy;
  }
}
