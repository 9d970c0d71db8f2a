export {
  type Message,
  type MessageContent,
  type MessageCursor,
  type MessageKind,
  type Words,
  wordsIn,
} from './model.ts'
export { type NewMessage, type Notify, postMessage } from './post-message.ts'
export { countUnread, listMessages, listMessagesOf, openMessage } from './read-messages.ts'
