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
  const fields = (panel) => [...panel.node.querySelectorAll("textarea, input[type=text]")];
  const label = (field) => field.labels?.[0]?.textContent || field.getAttribute("aria-label") || "";

  function put(field, value) {
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Kept in this browser until the page can give it back, also over a reload. A field is
  // known by its label, and by its turn where a label stands twice.
  class Kept {
    constructor(panel) {
      this.panel = panel;
      this.place = `course:${panel.context.path}`;
      this.entries = null;
      panel.node.addEventListener("input", (event) => this.note(event.target), true);
      window.addEventListener("keydown", (event) => this.catchKey(event), true);
    }

    find({ name, turn }) {
      return fields(this.panel).filter((field) => label(field) === name)[turn];
    }

    begin() {
      if (this.entries) return;
      const seen = new Map();
      this.entries = fields(this.panel).map((field) => {
        const name = label(field);
        seen.set(name, (seen.get(name) ?? -1) + 1);
        const focused = field === document.activeElement;
        return { name, turn: seen.get(name), value: field.value, focused, typed: focused };
      });
      this.store();
    }

    note(field) {
      const entry = this.entries?.find((one) => this.find(one) === field);
      if (!entry) return;
      this.entries.forEach((one) => (one.focused = one === entry));
      Object.assign(entry, { value: field.value, typed: true });
      this.store();
    }

    // Between the old form and the new one no field has the focus for a moment.
    catchKey(event) {
      const entry = this.entries?.find((one) => one.focused);
      const typing = fields(this.panel).includes(document.activeElement);
      if (!entry || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Backspace") entry.value = entry.value.slice(0, -1);
      else if (event.key.length === 1) entry.value += event.key;
      else return;
      event.preventDefault();
      this.store();
    }

    store() {
      const typed = this.entries.filter((entry) => entry.typed);
      localStorage.setItem(this.place, JSON.stringify(typed));
    }

    // From an earlier visit that ended without a server.
    recall() {
      this.entries ??= JSON.parse(localStorage.getItem(this.place) || "null");
      return Boolean(this.entries?.length);
    }

    async giveBack() {
      const entries = this.entries || [];
      // Fields appear a moment after their cells have run.
      for (let turn = 0; turn < 40 && !entries.every((one) => this.find(one)); turn++)
        await new Promise((done) => setTimeout(done, 50));
      for (const entry of entries) {
        const field = this.find(entry);
        if (field && entry.value && field.value !== entry.value) put(field, entry.value);
        if (field && entry.focused) field.focus();
      }
      this.forget();
    }

    forget() {
      this.entries = null;
      localStorage.removeItem(this.place);
    }
  }

  // --- one page ------------------------------------------------------------------
  class Page {
    constructor(panel, words, { NotebookActions, Dialog, PageConfig }) {
      Object.assign(this, { panel, words, NotebookActions, Dialog, PageConfig });
      Object.assign(this, { held: false, running: false, started: false, kept: new Kept(panel) });
      panel.addClass("course-page");
      this.banner = document.createElement("div");
      this.banner.className = "course-banner";
      this.banner.setAttribute("role", "status");
      panel.node.append(this.banner);
      this.keepClean();
      this.keepShut();
      this.watch();
      this.downloads();
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
          this.kept.forget(); // JupyterLab sends what waited
          this.say("");
        }
      });
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
