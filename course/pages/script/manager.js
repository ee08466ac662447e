// The forms' models and views, over a kernel's lines. Nothing else of the page is known here.
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import { Widget } from "@lumino/widgets";
import { newName } from "./names.js";

const LIBRARIES = { "@jupyter-widgets/base": base, "@jupyter-widgets/controls": controls };
const FORMS = "jupyter.widget";

// A line between a form here and its half in the kernel. What comes before the form is made waits.
class Line {
  #waiting = [];

  constructor(kernel, target_name, comm_id) {
    Object.assign(this, { kernel, target_name, comm_id });
  }

  on_msg(hear) {
    this.hear = hear;
    queueMicrotask(() => this.#waiting.splice(0).forEach((message) => hear(message)));
  }

  take(message) {
    if (this.hear && !this.#waiting.length) this.hear(message);
    else this.#waiting.push(message);
  }

  on_close(hear) {
    this.closed = hear;
  }

  open(data) {
    const { comm_id, target_name } = this;
    return this.kernel.send("comm_open", { comm_id, target_name, data });
  }

  send(data, callbacks, metadata, buffers) {
    const heard = callbacks?.iopub?.status;
    const content = { comm_id: this.comm_id, data };
    return this.kernel.send("comm_msg", content, { metadata, buffers, heard });
  }

  close() {
    return this.kernel.send("comm_close", { comm_id: this.comm_id, data: {} });
  }
}

export class Manager extends ManagerBase {
  #lines = new Map();
  #opened = new Map(); // forms that were opened and that nothing here shows yet

  constructor(kernel) {
    super();
    this.kernel = kernel;
  }

  async loadClass(name, library) {
    const found = LIBRARIES[library]?.[name];
    if (!found) throw new Error(`There is no ${name} in ${library}.`);
    return found;
  }

  // A form is made here when something shows it, whichever tab had it opened.
  async get_model(id) {
    if (!this.has_model(id)) await this.#make(id);
    return this._models[id];
  }

  async #make(id) {
    const messages = this.#opened.get(id) ?? [await this.#state(id)];
    this.#opened.delete(id);
    if (this.has_model(id)) return;
    const [first, ...later] = messages;
    const { data } = first.content;
    base.put_buffers(data.state, data.buffer_paths ?? [], first.buffers ?? []);
    this.#begin(id, data.state);
    for (const message of later) this.#pass(message);
  }

  // Nothing was heard of its opening: this tab was not there yet.
  #state(id) {
    const line = this.#line(id);
    return new Promise((done) => {
      line.hear = (message) => {
        line.hear = null;
        done(message);
      };
      line.send({ method: "request_state" });
    });
  }

  // A form with all its parts, each by its id, in one message.
  async show(id, states) {
    for (const [part, state] of Object.entries(states)) {
      this.#opened.delete(part);
      if (!this.has_model(part)) this.#begin(part, state);
    }
    return this.create_view(await this.get_model(id));
  }

  attach(view, host) {
    Widget.attach(view.luminoWidget, host);
  }

  #begin(id, state) {
    const { _model_name, _model_module, _model_module_version } = state;
    const named = { model_name: _model_name, model_module: _model_module };
    const version = { model_module_version: _model_module_version };
    this.new_model({ ...named, ...version, comm: this.#line(id) }, state);
  }

  #line(id, target = FORMS) {
    if (!this.#lines.has(id)) this.#lines.set(id, new Line(this.kernel, target, id));
    return this.#lines.get(id);
  }

  opened(message) {
    const { comm_id, target_name } = message.content;
    if (target_name === FORMS && !this.has_model(comm_id)) this.#opened.set(comm_id, [message]);
  }

  said(message) {
    const { comm_id } = message.content;
    const waiting = this.#opened.get(comm_id);
    if (!waiting) this.#pass(message);
    else if (message.header.msg_type === "comm_close") this.#opened.delete(comm_id);
    else waiting.push(message);
  }

  #pass(message) {
    const { comm_id } = message.content;
    const line = this.#lines.get(comm_id);
    if (message.header.msg_type === "comm_msg") return line?.take(message);
    this.#lines.delete(comm_id);
    line?.closed?.(message);
  }

  // One question over a line of its own; its answer, or nothing in good time.
  ask(target, data, patience) {
    const line = this.#line(newName(), target);
    const answer = new Promise((done, fail) => {
      line.on_msg(({ content }) => done(content.data));
      line.on_close(fail);
      setTimeout(fail, patience);
      line.open(data);
    });
    return answer.finally(() => this.#lines.delete(line.comm_id));
  }

  async _create_comm(target, id, data) {
    const line = this.#line(id, target);
    if (data) line.open(data);
    return line;
  }

  async _get_comm_info() {
    return {};
  }
}
