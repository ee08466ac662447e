// What a page knows of a kernel: `open` it, have it `run` a call, `send` it a message. It tells of
// `open` (and whether it is a new run, that knows nothing of the page), `lost` ("kernel" or
// "server"), `refused` (it is there, and asks who comes), `opened` and `said` (a form's line, and
// what came over it), and `display`.
//
// This one is a kernel of the Jupyter server the page came from: a WebSocket.
import { ask, line } from "./ask.js";
import { Events } from "./events.js";
import { newName } from "./names.js";
import { pack, unpack } from "./wire.js";

const PATIENCE = 15_000; // milliseconds in which a WebSocket opens
const AGAIN = [150, 300, 600, 1000, 2000]; // milliseconds between two tries; the last one repeats
const GONE = ["restarting", "autorestarting", "dead", "terminating"];
const wait = (time) => new Promise((done) => setTimeout(done, time));

export class ServerKernel extends Events {
  #socket = null;
  #run = null;
  #ended = null; // the run that is known to have ended
  #opening = null;
  #session = newName();
  #calls = new Map(); // by the id of the message that asked
  #heard = new Map(); // who waits for the end of what a message set going

  constructor(address) {
    super();
    this.address = new URL(address, location.href);
  }

  // One try at a time, whoever asks; it does not end before it succeeds.
  open() {
    this.#opening ??= this.#open().finally(() => (this.#opening = null));
    return this.#opening;
  }

  get live() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  async #open() {
    for (let turn = 0; ; turn++) {
      try {
        const { run, channels } = await this.#ask();
        if (run === this.#ended) throw new Error("the next run has not begun");
        await this.#connect(channels);
        const fresh = run !== this.#run;
        this.#run = run;
        if (fresh) this.#heard.clear();
        this.tell("open", fresh);
        return;
      } catch {
        await wait(AGAIN[Math.min(turn, AGAIN.length - 1)]);
      }
    }
  }

  async #ask() {
    const answer = await ask(this.address, { redirect: "manual" });
    if (answer.type === "opaqueredirect") this.tell("refused");
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  #connect(channels) {
    const address = line(channels, this.address);
    address.searchParams.set("session_id", this.#session);
    const socket = new WebSocket(address);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    return new Promise((done, fail) => {
      setTimeout(fail, PATIENCE);
      socket.onopen = done;
      socket.onerror = fail;
      socket.onmessage = ({ data }) => this.#hear(unpack(data));
      socket.onclose = () => {
        fail();
        this.#lose(socket, "server");
      };
    });
  }

  #lose(socket, what) {
    if (socket !== this.#socket || this.#opening) return;
    this.#socket = null;
    socket.onclose = null;
    socket.close();
    if (what === "kernel") this.#ended = this.#run;
    for (const { fail } of this.#calls.values()) fail(new Error("the kernel is gone"));
    this.#calls.clear();
    this.tell("lost", what);
    this.open();
  }

  // Resolves when the call is done; what it displays meanwhile is told with `key`.
  run(code, key) {
    const content = { code, silent: false, store_history: false, allow_stdin: false };
    const id = this.#post("execute_request", { ...content, user_expressions: {}, stop_on_error: false });
    return new Promise((done, fail) => this.#calls.set(id, { key, done, fail }));
  }

  // `kind` is comm_open, comm_msg or comm_close; `heard` is told of each state of what follows.
  send(kind, content, { metadata, buffers, heard } = {}) {
    const id = this.#post(kind, content, metadata, buffers);
    if (heard) this.#heard.set(id, heard);
    return id;
  }

  // Whoever waits for an answer that got lost with the line.
  release() {
    const waiting = [...this.#heard.values()];
    this.#heard.clear();
    for (const heard of waiting) heard({ content: { execution_state: "idle" } });
  }

  #post(msg_type, content, metadata = {}, buffers = []) {
    const msg_id = newName();
    const header = { msg_id, msg_type, session: this.#session, username: "", version: "5.3" };
    header.date = new Date().toISOString();
    const message = { header, parent_header: {}, metadata, content, channel: "shell", buffers };
    if (this.live) this.#socket.send(pack(message));
    return msg_id;
  }

  #hear(message) {
    const { header, parent_header, content } = message;
    const asked = parent_header?.msg_id;
    const call = this.#calls.get(asked);
    if (header.msg_type === "status") this.#state(message, asked);
    else if (header.msg_type === "comm_open") this.tell("opened", message);
    else if (["comm_msg", "comm_close"].includes(header.msg_type)) this.tell("said", message);
    else if (header.msg_type === "display_data" && call) this.tell("display", call.key, content.data);
    else if (header.msg_type === "execute_reply" && call) this.#finish(asked, { reply: content });
  }

  // Its reply and what it displayed come by two ways: it is done when both are through.
  #finish(asked, half) {
    const { reply, idle, done, fail } = Object.assign(this.#calls.get(asked), half);
    if (!reply || !idle) return;
    this.#calls.delete(asked);
    if (reply.status === "ok") done();
    else fail(new Error(reply.evalue));
  }

  #state(message, asked) {
    const state = message.content.execution_state;
    if (GONE.includes(state)) this.#lose(this.#socket, "kernel");
    if (state === "idle" && this.#calls.has(asked)) this.#finish(asked, { idle: true });
    this.#heard.get(asked)?.(message);
    if (state === "idle") this.#heard.delete(asked);
  }
}
