import type { Parameters, QueryResult, Session } from '@leeto/warehouse';

// A session holds one snapshot, which never changes, so that the same question has the same answer for as long as it lives.
const answersBySession = new WeakMap<Session, Map<string, Promise<QueryResult>>>();

/** Asks a question about the snapshot once for a session: what fed the movements is the same for all tables made of them. */
export function queryOnce(session: Session, sql: string, parameters: Parameters): Promise<QueryResult> {
  const answers = answersBySession.get(session) ?? new Map<string, Promise<QueryResult>>();
  answersBySession.set(session, answers);
  const used = Object.entries(parameters).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql));
  const question = JSON.stringify([sql, used]);
  const asked = answers.get(question) ?? session.query(sql, parameters);
  answers.set(question, asked);
  asked.catch(() => answers.delete(question));
  return asked;
}
