// The law: what is on the screen is in the file, or that very field says that it is not.
//
// A field is unsaved while its value on the screen is not the one that the file was last heard to
// hold. Unsaved fields are sent, one request at a time, until the server says of each that it is in
// the file, or why it is not; what is lost on the way is sent again. Without this script the form
// works with its buttons.
"use strict";

(() => {
  const desk = document.querySelector(".desk");
  if (!desk) return;
  const words = desk.dataset;
  const say = desk.querySelector(".state");
  const trying = desk.querySelector(".trying");
  const { address } = words;
  const shelf = `os2governance:${address}:`;
  const shelfOfPage = shelf + Math.random().toString(36).slice(2);
  const PAUSE = 2000; // milliseconds without a key before what is being typed is sent
  const PATIENCE = 20000; // and before a request counts as lost
  const LOOK = 3000; // and between looks at the file
  const OPENING = 1000; // and in which a page that is left gives up what it could not save
  const KEEPALIVE = 60000; // letters of a request that may outlive its page

  let version = words.version;
  let onDisk = words.onDisk; // the same, but empty where there is no file yet
  let sending = null;
  let careful = false; // after a failure of the server, one group of fields at a time
  let lost = ""; // why the last request was of no use
  let changed = false; // whether others changed what this page does not show
  let others = false; // whether others changed the file since the page was drawn
  let general = []; // what the server said that is of no field
  let typedAt = 0;
  let leaving = false;
  let before = null; // what was not saved when one began to try; null while nobody tries
  let heard = 0;
  let shelved = ""; // what the browser keeps for this page

  // -- the fields ---------------------------------------------------------------------------

  const read = (place) => {
    const value = { text: "", none: false };
    for (const each of place.querySelectorAll("input, select, textarea")) {
      if (each.name.endsWith(":none")) value.none = each.checked;
      else if (each.type !== "radio") value.text = each.value;
      else if (each.checked) value.text = each.value;
    }
    return value;
  };

  const write = (place, value) => {
    for (const each of place.querySelectorAll("input, select, textarea")) {
      if (each.name.endsWith(":none")) each.checked = value.none;
      else if (each.type === "radio") each.checked = each.value === value.text;
      else if (each.value !== value.text) each.value = value.text;
    }
  };

  const key = (value) => JSON.stringify([value.text.trim(), value.none]);

  const drawn = (place) => {
    const value = { text: "", none: false };
    for (const each of place.querySelectorAll("input, select, textarea")) {
      if (each.name.endsWith(":none")) value.none = each.defaultChecked;
      else if (each.type === "radio") value.text = each.defaultChecked ? each.value : value.text;
      else if (each.tagName !== "SELECT") value.text = each.defaultValue;
      else value.text = ([...each.options].find((o) => o.defaultSelected) ?? each.options[0]).value;
    }
    return value;
  };

  const fields = new Map();
  for (const place of desk.querySelectorAll(".field[data-field]")) {
    const name = place.dataset.field;
    const inFile = place.dataset.inFile;
    const kept = inFile === undefined ? drawn(place) : JSON.parse(inFile);
    const group = /^(answers\.[^]*)\.\w+$/.exec(name)?.[1] ?? name;
    const field = { name, place, kept, group, same: "", wrong: "", refused: "", clash: null };
    field.tries = 0;
    field.gone = false;
    field.was = null; // what a closed page knew of the file, where that is another thing
    if (!fields.has(name)) fields.set(name, field);
  }
  const fieldOf = (target) => fields.get(target.closest?.(".field[data-field]")?.dataset.field);

  const isUnsaved = (field) => {
    const now = key(read(field.place));
    return now !== key(field.kept) && now !== field.same;
  };
  const unsaved = () => [...fields.values()].filter(isUnsaved);
  const isActive = (field) => field.place.contains(document.activeElement);

  // -- what each field says -----------------------------------------------------------------

  const button = (text, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  };

  const takeFile = (field) => {
    write(field.place, field.kept);
    field.clash = field.was = null;
  };

  const takeTheirs = (field) => {
    takeFile(field);
    show();
  };

  const keepOurs = (field) => {
    field.clash = null;
    flush();
  };

  const reason = (field) => {
    if (field.gone) return words.gone;
    if (!isUnsaved(field)) return "";
    if (before) return words.tried;
    if (field.clash) return words.clash.replace("{now}", field.clash.now);
    return field.wrong || lost || words.waiting;
  };

  const mark = (field) => {
    const text = reason(field);
    let place = field.place.querySelector(":scope > .unsaved");
    const told = `${text}${field.clash ? "?" : ""}`;
    if ((place?.dataset.told ?? "") === told) return;
    const control = field.place.querySelector("input, select, textarea");
    if (!text) {
      place?.remove();
      field.place.classList.remove("wrong-field");
      control?.removeAttribute("aria-invalid");
      return;
    }
    if (!place) {
      place = document.createElement("p");
      place.id = `f-${field.name}-unsaved`;
      place.setAttribute("role", "status");
      field.place.append(place);
      const others = (control?.getAttribute("aria-describedby") ?? "").split(" ");
      control?.setAttribute("aria-describedby", [...new Set([...others, place.id])].join(" "));
    }
    const isWaiting = text === words.waiting || text === words.tried;
    place.className = isWaiting ? "unsaved waiting" : "unsaved";
    place.dataset.told = told;
    place.replaceChildren(text);
    if (!isWaiting && field.wrong) control?.setAttribute("aria-invalid", "true");
    if (field.clash && !before) {
      place.append(" ", button(words.keep, () => keepOurs(field)));
      place.append(" ", button(words.take, () => takeTheirs(field)));
    }
  };

  const keepUnsaved = () => {
    const left = before ? [...before] : unsaved().map((field) => [field, read(field.place)]);
    const typed = left.map(([field, value]) => [field.name, value, field.clash ? null : field.was ?? field.kept]);
    const text = typed.length ? JSON.stringify(typed) : "";
    if (text === shelved) return;
    shelved = text;
    try {
      if (text) localStorage.setItem(shelfOfPage, text);
      else localStorage.removeItem(shelfOfPage);
    } catch {
      // the browser keeps nothing; then it asks before the page is left
    }
  };

  const show = () => {
    for (const field of fields.values()) mark(field);
    keepUnsaved();
    const left = before ? [] : unsaved();
    words.unsaved = left.length;
    if (heard && !before && !left.length) desk.querySelector(".summary")?.remove();
    const counted = left.length === 1 ? words.one : words.several.replace("{n}", left.length);
    const state = sending && left.length ? words.saving : left.length ? counted : words.saved;
    const isCounted = left.length && !sending && !general.length;
    if (isCounted) say.dataset.short = words.short.replace("{n}", left.length);
    else delete say.dataset.short;
    const parts = [before ? words.trying : state, ...general];
    if (changed) parts.push(words.changed);
    const text = parts.filter(Boolean).join(" ");
    if (say.dataset.told === `${text}${changed}` && say.textContent.startsWith(text)) return;
    say.dataset.told = `${text}${changed}`;
    say.replaceChildren(text);
    if (!changed) return;
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = words.reload;
    say.append(" ", link);
  };

  // -- what the server says -----------------------------------------------------------------

  const hearOf = (field, value) => {
    if (value === null) {
      field.gone = true;
      return;
    }
    const [text, none] = value;
    const now = { text, none };
    field.gone = false;
    if (key(now) === key(field.kept)) return;
    const own = isUnsaved(field) && key(read(field.place)) !== key(now);
    field.kept = now;
    field.was = null;
    field.same = "";
    if (own) field.clash = { now: text || words.empty };
    else write(field.place, now);
  };

  const hearOfOwn = (field, sent, answer) => {
    const isAsSent = key(read(field.place)) === key(sent);
    if (field.name in answer.problems) {
      field.wrong = answer.problems[field.name];
      field.refused = key(sent);
    } else if (field.name in answer.clashes) {
      const { now, text, none } = answer.clashes[field.name];
      field.kept = { text, none };
      field.was = null;
      field.clash = { now };
    } else if (answer.stored.includes(field.name)) {
      const [text, none] = answer.values[field.name] ?? [sent.text, sent.none];
      field.kept = { text, none };
      field.same = key(sent);
      field.wrong = field.refused = "";
      field.clash = field.was = null;
      field.tries = 0;
      if (isAsSent && !isActive(field)) write(field.place, field.kept);
    } else if (answer.wrong.length) {
      field.wrong = answer.wrong.join(" ");
    } else {
      field.gone = true; // the form asks for it no longer, because of another field
    }
  };

  const hear = (answer, sent) => {
    const own = new Set(sent.map(([field]) => field));
    for (const [field, value] of sent) hearOfOwn(field, value, answer);
    for (const [name, value] of Object.entries(answer.values)) {
      const field = fields.get(name);
      if (!field) changed = changed || value !== null;
      else if (!own.has(field) || !answer.stored.includes(name)) hearOf(field, value);
      if (field?.gone) changed = true;
    }
    if (answer.version) [version, onDisk] = [answer.version, answer.on_disk];
    others ||= answer.others;
    // A button is of the page as it was drawn: whether its element is still that one, the server sees.
    if (!others) for (const each of desk.querySelectorAll("input[name=version]")) each.value = version;
    for (const each of answer.steps ? desk.querySelectorAll(".undo button") : []) {
      each.disabled = !answer.steps[each.value];
      each.querySelector(".word").textContent = answer.steps[each.value] || each.dataset.word;
    }
    general = answer.saved || sent.length ? [] : answer.wrong;
    if (sent.length && answer.saved) heard += 1;
    document.dispatchEvent(new CustomEvent("answered", { detail: answer }));
  };

  // -- what is sent -------------------------------------------------------------------------

  const bodyOf = (sent, action) => {
    const body = new URLSearchParams({ csrf: words.csrf, version, action });
    for (const [{ name, kept, was }, value] of sent) {
      const known = was ?? kept;
      body.append(name, value.text);
      if (value.none) body.append(`${name}:none`, "1");
      body.append(`was:${name}`, known.text);
      if (known.none) body.append(`was:${name}:none`, "1");
    }
    return body;
  };

  const explain = async (answer) => {
    const kind = answer.headers.get("content-type") ?? "";
    return kind.startsWith("text/plain") ? `${words.not} ${(await answer.text()).trim()}` : words.failed;
  };

  const post = async (sent, action) => {
    const body = bodyOf(sent, action);
    const keepalive = `${body}`.length < KEEPALIVE;
    const signal = AbortSignal.timeout(PATIENCE);
    try {
      const answer = await fetch(`${address}/field`, { method: "POST", body, keepalive, signal });
      if (answer.ok) {
        const said = await answer.json();
        lost = "";
        return said;
      }
      lost = await explain(answer);
      careful = careful || answer.status >= 500;
    } catch {
      lost = words.lost;
    }
    return null;
  };

  const isToBeSent = (field) =>
    !field.clash && !field.gone && isUnsaved(field) && key(read(field.place)) !== field.refused;

  const isBeingTyped = (field) => isActive(field) && Date.now() - typedAt < PAUSE;

  // A group is sent whole: evidence that was refused without an answer goes along with the answer.
  const choose = (patient) => {
    const ready = [...fields.values()].filter(
      (field) => isToBeSent(field) && !(patient && isBeingTyped(field)),
    );
    ready.sort((one, other) => one.tries - other.tries);
    const groups = new Set((careful ? ready.slice(0, 1) : ready).map((field) => field.group));
    return [...fields.values()].filter(
      (field) => groups.has(field.group) && !field.clash && !field.gone && isUnsaved(field),
    );
  };

  const sendAll = async (patient) => {
    let again = false;
    for (;;) {
      const chosen = choose(patient || again);
      if (!chosen.length) break;
      const sent = chosen.map((field) => [field, read(field.place)]);
      for (const field of chosen) field.tries += 1;
      show();
      const answer = await post(sent, "save");
      if (!answer) return;
      hear(answer, sent);
      if (answer.wrong.length) return; // it is tried again later
      again = true;
    }
    careful = false;
  };

  const flush = (patient = false) => {
    if (before) return Promise.resolve();
    if (sending) return sending.then(() => (choose(patient).length && !lost ? flush(patient) : null));
    sending = sendAll(patient).finally(() => {
      sending = null;
      show();
    });
    show();
    return sending;
  };

  const ask = async () => {
    sending = post([], "save")
      .then((answer) => answer && hear(answer, []))
      .finally(() => {
        sending = null;
        show();
      });
    return sending;
  };

  // Who edits the file elsewhere is noticed, and what they wrote is shown where nobody types here.
  const look = async () => {
    if (sending) return;
    try {
      const answer = await fetch(`${address}/version`, { signal: AbortSignal.timeout(PATIENCE) });
      if (!answer.ok) {
        lost = await explain(answer);
      } else {
        const said = await answer.json();
        lost = "";
        if (sending) return;
        if (said.version !== onDisk) {
          await ask();
          if (before) await tryOut();
        }
      }
    } catch {
      lost = words.lost;
    }
    show();
  };

  const tick = async () => {
    if (sending) return;
    if (!document.hidden || unsaved().length) await look();
    if (!lost && choose(true).length) await flush(true);
  };
  setInterval(tick, LOOK);
  window.addEventListener("online", tick);

  // -- trying without saving ----------------------------------------------------------------

  const tryOut = async () => {
    const sent = unsaved().map((field) => [field, read(field.place)]);
    const answer = await post(sent, "try");
    if (answer && before) document.dispatchEvent(new CustomEvent("answered", { detail: answer }));
    show();
  };

  trying?.addEventListener("change", async () => {
    if (trying.checked) {
      trying.disabled = true;
      await flush();
      trying.disabled = false;
      before = new Map(unsaved().map((field) => [field, read(field.place)]));
      show();
    } else {
      for (const field of fields.values()) {
        if (before?.has(field)) write(field.place, before.get(field));
        else if (isUnsaved(field)) takeFile(field);
      }
      before = null;
      await ask();
      await flush();
    }
  });

  // -- what a person does -------------------------------------------------------------------

  desk.addEventListener("input", (event) => {
    const field = fieldOf(event.target);
    if (!field) return;
    typedAt = Date.now();
    const none = field.place.querySelector(".none input");
    if (none && event.target !== none && event.target.value) none.checked = false;
    if (field.refused && key(read(field.place)) !== field.refused) field.wrong = "";
    show();
  });

  // "There is none" and a value are not said together.
  desk.addEventListener("click", (event) => {
    const none = event.target.closest?.(".none input");
    if (!none?.checked) return;
    const field = fieldOf(none);
    if (field) write(field.place, { text: "", none: true });
  });

  desk.addEventListener("change", (event) => {
    const field = fieldOf(event.target);
    if (!field) return;
    if (!isUnsaved(field)) heard += 1; // it is in the file already
    show();
    if (before) tryOut();
    else flush();
  });

  // Enter leaves a field; it presses no button.
  desk.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input:not([type=checkbox], [type=radio])")) return;
    event.preventDefault();
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // A button of the form waits until all that is typed is saved, or told not to be.
  desk.addEventListener("submit", async (event) => {
    if (leaving) return;
    event.preventDefault();
    const { submitter, target } = event;
    if (submitter?.value === "save" || before) {
      await flush();
      return;
    }
    await flush();
    await look();
    if (lost) return;
    leaving = true;
    target.requestSubmit(submitter);
  });

  // A clash is settled at its own field: to the server too, the page showed something else in it.
  desk.addEventListener("formdata", ({ formData }) => {
    for (const { name, place, clash } of fields.values()) {
      if (!clash) continue;
      const { text, none } = read(place);
      formData.append(`was:${name}`, text);
      if (none) formData.append(`was:${name}:none`, "1");
    }
  });

  // -- leaving and coming back --------------------------------------------------------------

  const leave = () => {
    keepUnsaved();
    const sent = before ? [] : choose(false).map((field) => [field, read(field.place)]);
    if (!sent.length) return;
    const body = bodyOf(sent, "save");
    const keepalive = `${body}`.length < KEEPALIVE;
    fetch(`${address}/field`, { method: "POST", body, keepalive }).catch(() => {});
  };

  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      tick();
      return;
    }
    keepUnsaved();
    flush();
  });
  window.addEventListener("beforeunload", (event) => {
    const told = unsaved().some((field) => field.wrong || field.clash || lost);
    if (told && !leaving && !before) event.preventDefault();
  });

  // What a page that is closed could not save is taken over by the next one that is opened. What
  // does not fit here, since something else is being typed there, is left for the one after.
  const takeOver = (name) => {
    const left = [];
    for (const entry of JSON.parse(localStorage.getItem(name) ?? "[]")) {
      const [of, value, was] = entry;
      const field = fields.get(of);
      if (!field || key(value) === key(field.kept)) continue;
      if (isUnsaved(field)) {
        if (key(value) !== key(read(field.place))) left.push(entry);
        continue;
      }
      if (was === null) field.clash = { now: field.kept.text || words.empty };
      else if (key(was) !== key(field.kept)) field.was = was; // the server tells a clash from one's own
      write(field.place, value);
    }
    if (left.length) localStorage.setItem(name, JSON.stringify(left));
    else localStorage.removeItem(name);
    show();
    flush();
  };
  try {
    navigator.locks?.request(shelfOfPage, () => new Promise(() => {}));
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(shelf))) {
      const signal = AbortSignal.timeout(OPENING);
      if (navigator.locks) navigator.locks.request(name, { signal }, () => takeOver(name)).catch(() => {});
      else takeOver(name);
    }
  } catch {
    // the browser keeps nothing
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) leaving = false;
    if (event.persisted) tick();
  });
  // What is typed is saved as one goes, and tried with the box beside the level.
  for (const each of desk.querySelectorAll("button[value=save], button[value=try]")) {
    each.hidden = true;
  }
  if (trying) trying.checked = false;
  for (const field of fields.values()) {
    const told = field.place.querySelector(":scope > .unsaved");
    if (!told) continue;
    const now = field.place.dataset.clash;
    if (now === undefined) {
      field.wrong = told.textContent.trim();
      field.refused = key(read(field.place));
    } else {
      field.clash = { now };
    }
    told.remove();
  }
  show();
  if (choose(false).length) flush();
})();
