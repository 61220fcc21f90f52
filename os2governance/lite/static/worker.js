// The engine: an interpreter with the app, its files, and one request after the other.
import { loadPyodide } from "./pyodide.mjs";

const PLACE = "/lib/python3.14/site-packages";
let engine;
let unkept = false; // whether files are changed here, and not yet where they are kept

self.onmessage = ({ data, ports: [port] }) => {
  const work = engine ? engine.turn.then(() => act(data)) : start(data);
  const turn = work.then((value) => port.postMessage({ value }), (error) => {
    port.postMessage({ failure: String(error?.message ?? error) });
  });
  if (engine) engine.turn = turn;
};

async function start({ life, folder, host, base, language, formKey }) {
  engine = { turn: new Promise(() => {}) };
  navigator.locks.request(life, () => new Promise(() => self.postMessage("alive")));
  const read = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const [python, app] = await Promise.all([
    loadPyodide({ indexURL: new URL("./", self.location).href }),
    read("app.zip"),
  ]);
  python.unpackArchive(app, "zip", { extractDir: PLACE });
  const files = `/work${base}`; // a name of its own for each place on an origin
  python.FS.mkdirTree(files);
  const keep = folder ? await mountFolder(python, files, folder) : await mountBrowser(python, files);
  const { open_host } = python.pyimport("os2governance.lite.start");
  engine = { python, files, keep, app: open_host(files, host, base, language, formKey), turn: Promise.resolve() };
  return { products: listProducts() };
}

// A real folder: what is written is in it when the answer is given.
async function mountFolder(python, files, folder) {
  const mounted = await python.mountNativeFS(files, folder);
  return () => mounted.syncfs();
}

async function mountBrowser(python, files) {
  const { FS } = python;
  FS.mount(FS.filesystems.IDBFS, {}, files);
  const sync = (populate) => new Promise((done, fail) => {
    FS.syncfs(populate, (error) => (error ? fail(error) : done()));
  });
  await sync(true);
  return () => sync(false);
}

const ACTIONS = {
  async ask({ method, path, query, headers, body }) {
    const { python, app } = engine;
    const before = sign();
    const given = [method, python.toPy([path, query]), python.toPy(headers), python.toPy(new Uint8Array(body)).tobytes()];
    const answer = await app.answer(...given);
    const [status, back, data] = answer.toJs();
    answer.destroy();
    unkept ||= sign() !== before;
    const changed = unkept;
    if (unkept) await keep();
    return { status, headers: back, body: data, changed };
  },
  async open({ name, bytes }) {
    const { python, files } = engine;
    if (name.endsWith(".zip")) python.unpackArchive(bytes, "zip", { extractDir: files });
    else {
      const product = /^product: *["']?([a-z0-9-]+)/m.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
      if (!product) throw new Error("no-product");
      python.FS.mkdirTree(`${files}/${product}`);
      python.FS.writeFile(`${files}/${product}/product.yaml`, new Uint8Array(bytes));
    }
    unkept = true;
    await keep();
    return { products: listProducts() };
  },
  async file({ product }) {
    return engine.python.FS.readFile(`${engine.files}/${product}/product.yaml`);
  },
  async archive() {
    const { pack_files } = engine.python.pyimport("os2governance.lite.start");
    const made = pack_files(engine.files);
    const bytes = made.toJs();
    made.destroy();
    return bytes;
  },
};

// What could not be kept is kept with the next request, which fails as well until it is.
async function keep() {
  await engine.keep();
  unkept = false;
}

function act({ kind, ...given }) {
  return ACTIONS[kind](given);
}

function* listFiles(folder = engine.files) {
  const { FS } = engine.python;
  for (const name of FS.readdir(folder)) {
    if (name === "." || name === "..") continue;
    const path = `${folder}/${name}`, found = FS.stat(path);
    if (FS.isDir(found.mode)) yield* listFiles(path);
    else yield [path, found];
  }
}

function sign() {
  return [...listFiles()].map(([path, { size, mtime }]) => `${path} ${size} ${Number(mtime)}`).join("\n");
}

function listProducts() {
  const names = [...listFiles()].map(([path]) => path.slice(engine.files.length + 1).split("/"));
  return [...new Set(names.filter((parts) => parts.length > 1).map(([product]) => product))];
}
