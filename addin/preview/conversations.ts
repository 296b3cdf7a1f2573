/** The messages between this page and office.js inside a frame: it is answered, and told of what it registered for. */

export interface Conversation {
  /** Tells of an event; does nothing where the frame has not registered for it. */
  notify(event: string, data: object): void;
  close(): void;
}

export interface Partner {
  /** Both sides name it in every message. */
  readonly id: string;
  /** Of the frame. */
  readonly origin: string;
  answer(action: string, data: unknown): Promise<unknown>;
  /** The frame has begun to listen for an event, or no longer does. */
  registered(event: string): void;
}

export function converse(frame: HTMLIFrameElement, { id, origin, answer, registered }: Partner): Conversation {
  const registrations = new Map<string, string>();
  const send = (message: Partial<Message>, responseType: 0 | 1): void => {
    const envelope = { _origin: location.origin, _serializerVersion: 1, _messageType: 1, _conversationId: id };
    const text = JSON.stringify({ ...envelope, ...message, _errorCode: 0, _responseType: responseType });
    frame.contentWindow?.postMessage(text, origin);
  };
  const reply = ({ _actionName, _correlationId }: Message, data: unknown): void =>
    send({ _actionName, _correlationId, _data: data }, 0);
  const receive = async (event: MessageEvent): Promise<void> => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = parseMessage(event.data);
    if (message?._conversationId !== id) return;
    const { _actionType: type, _actionName: name } = message;
    if (type === register) registrations.set(name, message._correlationId);
    else if (type === unregister) registrations.delete(name);
    else return reply(message, await answer(name, message._data));
    reply(message, { Error: 0 });
    registered(name);
  };
  window.addEventListener('message', receive);
  return {
    notify: (event, data) => {
      const correlation = registrations.get(event);
      if (correlation !== undefined) send({ _actionName: event, _correlationId: correlation, _data: data }, 1);
    },
    close: () => window.removeEventListener('message', receive),
  };
}

interface Message {
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: string;
  readonly _data: unknown;
}

// `_actionType`; 0 invokes.
const register = 1;
const unregister = 2;

function parseMessage(data: unknown): Message | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as Message;
  } catch {
    return null;
  }
}
