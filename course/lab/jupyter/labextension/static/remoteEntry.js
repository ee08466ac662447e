// Turns a course notebook into a page, in the one-document view only: an author who
// opens /lab sees JupyterLab as it is. Plain JavaScript, no build step: JupyterLab's
// shared modules are taken from the scope it hands to every extension.
(() => {
  "use strict";
  const NAME = "leading-for-quality";
  let scope = {};

  const shared = async (name) => {
    const version = Object.keys(scope[name])[0];
    return (await scope[name][version].get())();
  };

  // --- the page's kernel starts while JupyterLab is still loading ------------------
  function startEarly() {
    const config = document.getElementById("jupyter-config-data");
    const { baseUrl, token, treePath } = JSON.parse(config?.textContent || "{}");
    if (!treePath?.endsWith(".ipynb") || !location.pathname.includes("/doc/tree/")) return;
    const kernel = { name: "python3" };
    const session = { path: treePath, name: treePath.split("/").pop(), type: "notebook", kernel };
    const headers = { "Content-Type": "application/json", Authorization: `token ${token}` };
    // A session that is there already is given back; a failure is JupyterLab's to meet.
    fetch(`${baseUrl}api/sessions`, { method: "POST", headers, body: JSON.stringify(session) })
      .catch(() => {});
  }
  startEarly();

  // --- what the learner types while nobody can save it -----------------------------
  const AT = "course-at:";
  const MOST = 50; // of the words a field has had: none is saved later than that
  const PATIENCE = 15_000; // milliseconds in which the course answers
  const RECENT = 10_000; // milliseconds in which words may have been on their way
  const fields = (panel) => [...panel.node.querySelectorAll("textarea, input[type=text]")];

  // Where a field's words are kept, as its form says; nothing for a search box.
  function address(field) {
    const names = [...(field.closest?.(`[class*="${AT}"]`)?.classList ?? [])];
    return names.find((name) => name.startsWith(AT))?.slice(AT.length);
  }

  function fill(field, value) {
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
  }

  function stored(name) {
    try {
      return JSON.parse(localStorage.getItem(name)).filter((entry) => entry.at);
    } catch {
      return []; // somebody else's
    }
  }

  // One tab of the browser, also over a reload.
  const visit = (sessionStorage.courseVisit ??= Math.random().toString(36).slice(2));

  // Kept in this browser until the course has taken it in, also over a reload. The course
  // judges it: by when it was typed, and over which words.
  class Kept {
    constructor(panel, session) {
      this.panel = panel;
      this.session = session;
      this.places = `course:${panel.context.path}:`;
      this.own = this.places + visit;
      this.entries = null;
      this.had = new WeakMap(); // the words each field has had, since it was entered
      this.typed = new WeakMap(); // when somebody last typed in it
      const listen = (name, hear) => panel.node.addEventListener(name, hear, true);
      listen("focusin", ({ target }) => this.enter(target));
      listen("beforeinput", ({ target }) => this.see(target));
      listen("input", (event) => this.note(event));
      listen("change", (event) => this.hush(event));
      window.addEventListener("keydown", (event) => this.catchKey(event), true);
    }

    find(at) {
      return fields(this.panel).find((field) => address(field) === at);
    }

    // A form made anew does not show yet what is kept of its fields.
    enter(field) {
      const entry = this.written.find(({ at }) => at === address(field));
      if (entry && field.value !== entry.value) fill(field, entry.value);
      this.see(field);
    }

    see(field) {
      if (!address(field)) return;
      const had = this.had.get(field) ?? [];
      if (had.at(-1) !== field.value) had.push(field.value);
      if (had.length > MOST) had.splice(1, 1);
      this.had.set(field, had);
    }

    begin() {
      if (this.entries) return;
      const now = Date.now();
      const lately = (field) => now - (this.typed.get(field) ?? 0) < RECENT;
      this.entries = fields(this.panel)
        .filter((field) => address(field) && (field === document.activeElement || lately(field)))
        .map((field) => this.entry(field, this.typed.get(field)));
      this.store();
    }

    entry(field, when) {
      this.see(field);
      const typed = when ? new Date(when).toISOString() : "";
      const focused = field === document.activeElement;
      return { at: address(field), over: this.had.get(field), value: field.value, typed, focused };
    }

    note(event) {
      const at = address(event.target);
      if (!at) return;
      this.typed.set(event.target, Date.now());
      this.see(event.target);
      if (!this.entries) return;
      this.hush(event);
      this.entries.forEach((one) => (one.focused = one.at === at));
      const entry = this.entries.find((one) => one.at === at);
      if (entry) this.change(entry, event.target.value);
      else this.entries.push(this.entry(event.target, Date.now()));
      this.store();
    }

    // JupyterLab would send it later, as if it were typed then.
    hush(event) {
      if (this.entries && address(event.target)) event.stopImmediatePropagation();
    }

    change(entry, value) {
      Object.assign(entry, { value, typed: new Date().toISOString() });
    }

    // Between the old form and the new one no field has the focus for a moment.
    catchKey(event) {
      const entry = this.entries?.find((one) => one.focused);
      const typing = fields(this.panel).includes(document.activeElement);
      if (!entry || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Backspace") this.change(entry, entry.value.slice(0, -1));
      else if (event.key.length === 1) this.change(entry, entry.value + event.key);
      else return;
      event.preventDefault();
      this.store();
    }

    get written() {
      return (this.entries ?? []).filter((entry) => entry.typed);
    }

    store() {
      try {
        localStorage.setItem(this.own, JSON.stringify(this.written));
      } catch {} // the browser's store is full; this page still holds the words
    }

    // What earlier visits left, that ended without a server.
    recall() {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(this.places));
      this.left = names.filter((name) => !(this.entries && name === this.own));
      const entries = this.left.flatMap((name) => stored(name));
      if (entries.length) this.entries = [...(this.entries ?? []), ...entries];
      return Boolean(this.entries);
    }

    // Again, if somebody typed on while the course took it in.
    async giveBack() {
      for (let sent = null; sent !== JSON.stringify(this.written); ) {
        sent = JSON.stringify(this.written);
        this.texts = this.written.length ? await this.send(this.written) : {};
        await this.drawn();
      }
      const focused = this.focused && this.find(this.focused);
      this.show();
      this.forget();
      const elsewhere = document.activeElement?.matches("input, textarea, select, button, a");
      if (!elsewhere) focused?.focus();
    }

    // The words that stand in each field now; nothing if the course could not take them in.
    send(kept) {
      const answer = new Promise((done, fail) => {
        const line = this.session.session.kernel.createComm("course-kept");
        line.onMsg = ({ content }) => done(content.data.texts);
        line.onClose = fail;
        setTimeout(fail, PATIENCE); // the kernel may be gone again
        line.open({ kept });
      });
      return answer.catch(() => null);
    }

    get focused() {
      return this.entries?.find((entry) => entry.focused)?.at;
    }

    // Fields appear a moment after their cells have run.
    async drawn() {
      for (let turn = 0; this.focused && turn < 40 && !this.find(this.focused); turn++)
        await new Promise((done) => setTimeout(done, 50));
    }

    show() {
      for (const { at, value } of this.written) {
        const field = this.find(at);
        if (field) fill(field, this.texts ? (this.texts[at] ?? field.value) : value);
      }
    }

    forget() {
      const heard = this.texts;
      const open = this.written.map(({ at }) => this.find(at)).filter(Boolean);
      this.entries = null;
      this.texts = null;
      if (heard) [this.own, ...(this.left ?? [])].forEach((name) => localStorage.removeItem(name));
      else open.forEach((field) => field.dispatchEvent(new Event("input", { bubbles: true })));
    }
  }

  const FORM = "application/vnd.jupyter.widget-view+json";

  // --- one page ------------------------------------------------------------------
  class Page {
    constructor(panel, words, { NotebookActions, Dialog, PageConfig }) {
      Object.assign(this, { panel, words, NotebookActions, Dialog, PageConfig });
      Object.assign(this, { held: false, running: false, started: false });
      this.kept = new Kept(panel, panel.context.sessionContext);
      panel.addClass("course-page");
      this.banner = document.createElement("div");
      this.banner.className = "course-banner";
      this.banner.setAttribute("role", "status");
      panel.node.append(this.banner);
      this.keepClean();
      this.keepShut();
      this.watch();
      this.downloads();
      this.announce();
      this.start();
    }

    get session() {
      return this.panel.context.sessionContext;
    }

    // The lesson's file is never changed: no outputs stored, no "unsaved" question.
    keepClean() {
      const { model } = this.panel.context;
      const clean = () => model.dirty && (model.dirty = false);
      model.stateChanged.connect(clean);
      model.contentChanged.connect(clean);
      for (const cell of this.panel.content.widgets) {
        const tags = cell.model.getMetadata("tags") || [];
        if (tags.includes("trainer")) cell.addClass("course-trainer");
      }
    }

    // A double click must not open a text's source, nor a right click the cell menu.
    keepShut() {
      const stop = (event) => event.stopPropagation();
      const inText = (event) => event.target.closest(".jp-MarkdownCell") && stop(event);
      this.panel.node.addEventListener("dblclick", inText, true);
      this.panel.node.addEventListener("contextmenu", stop, true);
    }

    watch() {
      this.session.statusChanged.connect((_, status) => {
        if (["restarting", "autorestarting", "dead", "terminating"].includes(status)) this.hold();
        if (status === "idle" && this.held && !this.running) this.start();
      });
      this.session.connectionStatusChanged.connect((_, status) => {
        if (!this.started) return; // JupyterLab connects while it opens the page
        if (status !== "connected") {
          this.kept.begin();
          this.say("waiting");
        } else if (!this.held) {
          this.resume();
        }
      });
    }

    // The line is back, and the kernel was there all the time.
    async resume() {
      try {
        await this.free();
      } catch {
        location.reload(); // what is kept is kept over this
        return;
      }
      await this.kept.giveBack();
      this.say("");
    }

    // A form waits for the answer to its last message before it sends the next one; where that
    // answer got lost with the line, it would wait for ever and nothing more would be saved.
    async free() {
      const renderer = this.panel.content.rendermime.createRenderer(FORM);
      const manager = await renderer._manager.promise;
      renderer.dispose();
      for (const form of await Promise.all(Object.values(manager._models)))
        if (form._pending_msgs > 0) form._handle_status({ content: { execution_state: "idle" } });
    }

    hold() {
      this.held = true;
      this.kept.begin();
      this.say("waiting");
      this.Dialog.flush(); // JupyterLab's own "Kernel Restarting" question
      setTimeout(() => this.Dialog.flush(), 50);
    }

    // The server is gone: keep what is typed, and come back when it does.
    lost() {
      this.kept.begin();
      this.say("stopped");
      this.asking ??= setInterval(async () => {
        const url = `${this.PageConfig.getBaseUrl()}api/status`;
        const back = await fetch(url).then((answer) => answer.ok, () => false);
        if (back) location.reload();
      }, 2000);
    }

    say(entry) {
      const language = this.panel.node.querySelector(".course-rtl") ? "ar" : "en";
      this.banner.textContent = entry ? this.words[language][entry] : "";
      this.banner.dir = language === "ar" ? "rtl" : "ltr";
      this.panel.toggleClass("course-held", Boolean(entry));
    }

    async start() {
      this.running = true;
      try {
        await this.session.ready;
        const cells = this.panel.content.widgets;
        const trusted = cells.every((c) => c.model.type !== "code" || c.model.trusted);
        if (!trusted) return; // the Start button is there, and JupyterLab asks first
        const again = this.held;
        // Not runAll: it makes the last cell the active one and scrolls there, and while the
        // outputs above it grow, the browser keeps that end of the page in view.
        await this.NotebookActions.runCells(this.panel.content, cells, this.session);
        this.panel.addClass("course-started");
        if (!again) this.toTop();
        if (this.kept.recall()) await this.kept.giveBack();
        this.held = false;
        this.started = true;
        this.say("");
      } finally {
        this.running = false;
      }
    }

    // Reading and the Tab key begin at the title.
    toTop() {
      const title = this.panel.node.querySelector("h1");
      if (!title) return;
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }

    // What a form cannot say of itself: a screen reader hears of words that another page replaced,
    // when it is idle; a button says what it is about; Arabic is said to be Arabic.
    announce() {
      const all = (names) => this.panel.node.querySelectorAll(names);
      new MutationObserver(() => {
        for (const node of all(".course-announced:not([role])")) node.setAttribute("role", "status");
        for (const node of all("button.course-of[title]"))
          node.setAttribute("aria-label", `${node.textContent.trim()}: ${node.title}`);
        for (const node of all(".course-rtl:not([lang])"))
          Object.assign(node, { lang: "ar", dir: "rtl" });
      }).observe(this.panel.node, { childList: true, subtree: true });
    }

    // A document made on request is handed over at once.
    downloads() {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            node.querySelectorAll?.("a[data-course-download]").forEach((link) => {
              link.removeAttribute("data-course-download");
              link.click();
            });
      }).observe(this.panel.node, { childList: true, subtree: true });
    }
  }

  // --- the plugin ----------------------------------------------------------------
  const single = (app) => app.shell.mode === "single-document";

  // The frame of JupyterLab gives its room back to the page.
  const FRAME = "#jp-top-panel, #jp-menu-panel, #jp-bottom-panel, .jp-SideBar";

  function hideFrame(widget, depth = 0) {
    for (const child of widget.children()) {
      if (child.node.matches(FRAME)) child.hide();
      else if (depth < 2) hideFrame(child, depth + 1);
    }
  }

  // JupyterLab's one-letter commands (a: new cell, d d: delete) are not for a page.
  function quietKeys(app) {
    const process = app.commands.processKeydownEvent.bind(app.commands);
    app.commands.processKeydownEvent = (event) => {
      if (!(single(app) && event.target.closest?.(".course-page"))) process(event);
    };
  }

  async function plugins() {
    const notebook = await shared("@jupyterlab/notebook");
    const { Dialog } = await shared("@jupyterlab/apputils");
    const { IConnectionLost } = await shared("@jupyterlab/application");
    const { PageConfig } = await shared("@jupyterlab/coreutils");
    const words = JSON.parse(PageConfig.getOption("courseWords") || "{}");
    const pages = [];
    const page = {
      id: `${NAME}:page`,
      autoStart: true,
      requires: [notebook.INotebookTracker],
      activate: (app, tracker) => {
        quietKeys(app);
        tracker.widgetAdded.connect(async (_, panel) => {
          await panel.context.ready;
          await app.restored;
          if (!panel.content.model.getMetadata("course") || !single(app)) return;
          hideFrame(app.shell);
          panel.toolbar.hide();
          pages.push(new Page(panel, words, { ...notebook, Dialog, PageConfig }));
        });
      },
    };
    const lost = {
      id: `${NAME}:lost`,
      autoStart: true,
      provides: IConnectionLost,
      activate: () => async () => pages.forEach((open) => open.lost()),
    };
    return { __esModule: true, default: [page, lost] };
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: (given) => {
      scope = given;
    },
    get: async () => {
      const made = await plugins();
      return () => made;
    },
  };
})();
