export type {
  Message,
  MessageContent,
  MessageCursor,
  MessageKind,
  Words,
} from './model.ts'
export { type NewMessage, type Notify, postMessage } from './post-message.ts'
export { listMessages, listMessagesOf, openMessage } from './read-messages.ts'
