// The strip above the pages: one engine for all tabs, where the files are, and the way out for them.
const BASE = new URL("./", import.meta.url).pathname;
const APP = `${BASE}app`;
const START_DEADLINE = 600_000, DEADLINE = 100_000; // ms: the engine is started again after it
const MAX_DEATHS = 3; // one after the other, with no answer between them
const find = (id) => document.getElementById(id);
const [frame, state, place] = [find("app"), find("state"), find("place")];
const say = (key, parts = {}) => {
  const text = find("texts").querySelector(`[data-text="${key}"]`).textContent;
  return text.replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "");
};
const remembered = `os2governance ${BASE} only-here`;

const formKey = crypto.randomUUID(); // outlives an engine, as the forms on the screen do

let engine, folder = null, products = [], deaths = 0;

// -- what the shell shows ---------------------------------------------------------------------

function showState(key, parts) {
  state.textContent = key ? say(key, parts) : "";
  state.hidden = !key;
}

function showPlace() {
  const onlyHere = !folder && localStorage.getItem(remembered) === "yes";
  place.textContent = folder ? say("in-folder", { name: folder.name }) : say(onlyHere ? "only-here" : "in-browser");
  place.classList.toggle("warned", onlyHere);
}

function note(changed) {
  if (!changed) return;
  localStorage.setItem(remembered, "yes");
  showState("");
  showPlace();
}

function noteTaken() {
  localStorage.removeItem(remembered);
  showPlace();
}

// -- the engine -------------------------------------------------------------------------------

class Stopped extends Error {}

// An engine holds a lock as long as it lives: whoever gets it after the engine knows that it died.
function startEngine() {
  const worker = new Worker(`${BASE}worker.js`, { type: "module" });
  const here = { worker, over: new AbortController() };
  const life = `os2governance ${BASE} engine ${crypto.randomUUID()}`;
  worker.onerror = () => restart(here);
  worker.onmessage = () => navigator.locks.request(life, () => restart(here));
  const settings = { life, folder, host: location.hostname, base: APP, language: document.documentElement.lang, formKey };
  here.started = send(here, settings, [], START_DEADLINE).then((begun) => {
    products = begun.products;
    showState("");
  });
  here.started.catch(() => {}); // whoever waits for it hears of it
  engine = here;
}

function endEngine(here) {
  here.worker.terminate();
  here.over.abort();
}

function restart(dead) {
  if (dead !== engine || dead.over.signal.aborted) return;
  deaths += 1;
  startEngine();
  endEngine(dead); // whoever waits for it finds the next
  showState("restarting");
  if (deaths > MAX_DEATHS) endEngine(engine);
  awaitEngine().then(() => showState("restarted"), showFailure);
}

async function awaitEngine() {
  for (;;) {
    const here = engine;
    try {
      await here.started;
      return here;
    } catch (error) {
      if (here === engine) throw error;
    }
  }
}

function send(to, message, transfer = [], deadline = DEADLINE) {
  return new Promise((done, fail) => {
    const { port1, port2 } = new MessageChannel();
    const late = setTimeout(() => restart(to), deadline);
    const over = () => {
      clearTimeout(late);
      fail(new Stopped(say("stopped")));
    };
    to.over.signal.addEventListener("abort", over);
    port1.onmessage = ({ data }) => {
      clearTimeout(late);
      to.over.signal.removeEventListener("abort", over);
      if (data.failure === undefined) done(data.value);
      else fail(new Error(data.failure));
    };
    to.worker.postMessage(message, [port2, ...transfer]);
  });
}

async function act(message, transfer) {
  return send(await awaitEngine(), message, transfer);
}

// What only reads is asked of the next engine where the first died; a page asks again for the rest.
async function ask(asked) {
  const once = () => act({ kind: "ask", ...asked });
  const answer = await once().catch((error) => {
    if (error instanceof Stopped && asked.method === "GET") return once();
    throw error;
  });
  deaths = 0;
  return answer;
}

function showFailure(error) {
  document.documentElement.dataset.failed = error.message;
  showState("failed", { problem: error.message });
}

// -- requests of the pages, handed on by the service worker -----------------------------------

navigator.serviceWorker?.addEventListener("message", async ({ data, ports: [port] }) => {
  if (!engine || !data.ask) return; // another tab has the engine
  port.postMessage({ taken: true });
  try {
    const answer = await ask(data.ask);
    note(answer.changed);
    port.postMessage({ answer });
  } catch (error) {
    port.postMessage({ failure: error.message });
  }
});

frame.addEventListener("load", () => {
  const shown = frame.contentWindow.location.pathname;
  if (shown.startsWith(APP)) document.documentElement.dataset.shown = shown;
  if (frame.contentDocument?.title) document.title = frame.contentDocument.title;
});

const shownProduct = () => frame.contentWindow.location.pathname.slice(APP.length + 1).split("/")[0];

// -- files ------------------------------------------------------------------------------------

find("open").addEventListener("change", async ({ target }) => {
  for (const file of target.files) {
    try {
      ({ products } = await act({ kind: "open", name: file.name, bytes: await file.arrayBuffer() }));
    } catch (error) {
      showState(error.message === "no-product" ? "no-product" : "not-opened", { name: file.name });
      return;
    }
  }
  target.value = "";
  frame.src = `${APP}/`;
});

function offer(bytes, name, type) {
  const link = Object.assign(document.createElement("a"), { download: name });
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  noteTaken();
}

find("download").addEventListener("click", async () => {
  offer(await act({ kind: "archive" }), `${say("archive-name")}.zip`, "application/zip");
});

find("propose")?.addEventListener("click", async ({ currentTarget }) => {
  const product = shownProduct() || products[0];
  if (!product) return;
  const text = new TextDecoder().decode(await act({ kind: "file", product }));
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    showState("not-copied"); // a browser may forbid it
    return;
  }
  showState("copied");
  open(currentTarget.dataset.address.replace("{product}", product), "_blank", "noopener");
  noteTaken();
});

const opener = find("folder");
if ("showDirectoryPicker" in window) {
  opener.hidden = false;
  opener.addEventListener("click", async () => {
    try {
      folder = await window.showDirectoryPicker({ mode: "readwrite" });
    } catch {
      return; // the choice was given up
    }
    endEngine(engine);
    showState("starting");
    startEngine();
    await awaitEngine();
    showPlace();
    frame.src = `${APP}/`;
  });
}

// -- the start --------------------------------------------------------------------------------

async function begin() {
  if (typeof WebAssembly === "undefined" || !("serviceWorker" in navigator) || !("locks" in navigator)) {
    showState("unsupported");
    return;
  }
  showState("loading");
  const registered = await navigator.serviceWorker.register(`${BASE}sw.js`, { scope: BASE });
  const installing = registered.installing;
  installing?.addEventListener("statechange", () => {
    if (installing.state === "redundant") showState("not-whole");
  });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  }
  const lock = `os2governance ${BASE}`;
  const held = (taken) => new Promise((done, fail) => {
    if (taken) run().catch(fail); // held as long as the tab is open
    else done(false);
  });
  if ((await navigator.locks.request(lock, { ifAvailable: true }, held)) === false) {
    showState("elsewhere");
    await navigator.locks.request(lock, held);
  }
}

async function run() {
  showState("starting");
  showPlace();
  startEngine();
  await awaitEngine();
  navigator.storage?.persist?.();
  const asked = new URLSearchParams(location.search).get("to") ?? "";
  frame.src = asked.startsWith(`${APP}/`) ? asked : `${APP}/`;
  frame.hidden = find("ways").hidden = false;
  document.documentElement.dataset.ready = "yes";
}

begin().catch(showFailure);
