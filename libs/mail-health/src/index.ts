export * from './mail-test.ts';
export {
  type RecordCheck,
  type RecordState,
  type SenderFacts,
  recordStates,
  senderFacts,
} from './record-check.ts';
export * from './records.ts';
export { type Resolver, systemResolver } from './resolver.ts';
