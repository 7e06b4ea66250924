export { type BareCopy, openBareCopy } from './open-bare-copy.ts';
export {
  openTestDatabase,
  openTestInstance,
  startTestServer,
  type TestDatabase,
  type TestInstance,
} from './open-test-instance.ts';
