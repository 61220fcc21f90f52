// Saves as one types, and shows at once what it does. Without this the form works with its buttons.
"use strict";

(() => {
  const desk = document.querySelector(".desk");
  if (!desk) return;
  const say = document.querySelector(".state");
  const live = desk.querySelector(".live");
  const trying = desk.querySelector(".trying");
  const undo = desk.querySelector(".undo button");
  const address = `${desk.dataset.base}/${desk.dataset.product}/field`;
  const tried = new Map();
  let version = desk.dataset.version;
  let waiting = Promise.resolve();
  let unanswered = 0;
  let stale = false;

  desk.querySelector(".what-if").hidden = false;

  desk.classList.add("scripted");

  // What changes with an answer, by its name in the reply and in the page.
  const LIVE = { statuses: "line", reasons: "reason", counts: "count", remaining: "remaining" };

  const valuesOf = (field) => {
    const values = [];
    for (const each of field.querySelectorAll("input, select, textarea")) {
      if (each.type !== "checkbox") values.push([each.name, each.value]);
      else if (each.checked) values.push([each.name, each.value]);
    }
    return values;
  };

  const notice = (at, html) => {
    const place = desk.querySelector(`[data-notice="${CSS.escape(at)}"]`);
    if (place && place.innerHTML.trim() !== html.trim()) place.innerHTML = html;
  };

  const escaped = (text) => {
    const held = document.createElement("span");
    held.textContent = text;
    return held.innerHTML;
  };

  const shown = (answer) => {
    const notices = { ...answer.notices };
    for (const [name, text] of Object.entries(answer.problems ?? {})) {
      notices[name] = `<span class="error">${escaped(text)}</span>`;
    }
    for (const [name, text] of Object.entries(answer.clashes ?? {})) {
      const said = desk.dataset.clash.replace("{now}", text);
      notices[name] = `<span class="error">${escaped(said)}</span>`;
    }
    for (const place of desk.querySelectorAll("[data-notice]")) {
      notice(place.dataset.notice, notices[place.dataset.notice] ?? "");
    }
    for (const [kind, parts] of Object.entries(LIVE)) {
      for (const [name, html] of Object.entries(answer[kind] ?? {})) {
        const place = desk.querySelector(`[data-${parts}="${CSS.escape(name)}"]`);
        if (place && place.innerHTML !== html) place.innerHTML = html;
      }
    }
    for (const [name, tags] of Object.entries(answer.tags ?? {})) {
      const body = document.getElementById(`answers.${name}`);
      if (body) body.closest(".question").dataset.tags = tags;
    }
    if (answer.bar) desk.querySelector(".live-bar").innerHTML = answer.bar;
    if (answer.panel) {
      const open = [...live.querySelectorAll("details")].map((each) => each.open);
      live.innerHTML = answer.panel;
      [...live.querySelectorAll("details")].forEach((each, n) => {
        each.open = open[n] ?? each.open;
      });
    }
    // The first change of a day dates the self-assessment.
    for (const [name, text] of Object.entries((answer.saved && answer.dated) || {})) {
      const input = document.getElementById(`f-${name}`);
      if (input && input !== document.activeElement) input.value = text;
    }
    if (answer.version) version = answer.version;
    for (const each of desk.querySelectorAll("input[name=version]")) each.value = version;
    const wrong = Object.keys({ ...answer.problems, ...answer.clashes }).length;
    if (answer.saved) undo.disabled = false;
    const saved = unanswered > 1 ? desk.dataset.saving : desk.dataset.saved;
    const words = answer.saved ? saved : trying.checked && !wrong ? "" : desk.dataset.not;
    say.textContent = [words, ...(answer.wrong ?? [])].join(" ").trim();
  };

  const send = (values, action) => {
    const body = new URLSearchParams([
      ["csrf", desk.dataset.csrf],
      ["version", version],
      ["action", action],
      ...values,
    ]);
    return fetch(address, { method: "POST", body })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then(shown)
      .catch(() => {
        say.textContent = desk.dataset.lost;
      });
  };

  // One after the other, so that each knows the version that the one before it wrote.
  const inTurn = (work) => {
    unanswered += 1;
    waiting = waiting.then(work).then(() => {
      unanswered -= 1;
    });
    return waiting;
  };

  desk.addEventListener("change", (event) => {
    const field = event.target.closest(".field");
    if (!field) return;
    if (trying.checked) {
      tried.set(field.dataset.field, field);
      inTurn(() => send([...tried.values()].flatMap(valuesOf), "try"));
    } else {
      say.textContent = desk.dataset.saving;
      inTurn(() => send(valuesOf(field), "save"));
    }
  });

  trying.addEventListener("change", () => {
    if (!trying.checked && tried.size) location.reload();
  });

  // "There is none" and a value are not said together.
  desk.addEventListener("input", (event) => {
    const field = event.target.closest(".field");
    const none = field?.querySelector(".none input");
    if (!none || event.target === none) return;
    if (event.target.value) none.checked = false;
  });
  desk.addEventListener("click", (event) => {
    const none = event.target.closest(".none input");
    if (!none || !none.checked) return;
    for (const each of none.closest(".field").querySelectorAll("input, select, textarea")) {
      if (each !== none) each.value = "";
    }
  });

  // Who edits the file elsewhere is noticed; nothing is loaded before one asks for it. What was
  // asked while the page itself saved says nothing of others.
  const look = () => {
    if (document.hidden || stale || unanswered) return;
    const quiet = waiting;
    fetch(`${desk.dataset.base}/${desk.dataset.product}/version`)
      .then((answer) => answer.json())
      .then((answer) => {
        if (waiting !== quiet || !answer.version || answer.version === version) return;
        stale = true;
        const link = document.createElement("a");
        link.href = location.pathname;
        link.textContent = desk.dataset.reload;
        say.replaceChildren(`${desk.dataset.changed} `, link);
      })
      .catch(() => {});
  };
  setInterval(look, 3000);

  // What a link points at is opened, with all around it.
  const reveal = (name) => {
    const target = document.getElementById(decodeURIComponent(name));
    if (!target) return;
    for (let each = target; each; each = each.parentElement) {
      if (each.tagName === "DETAILS") each.open = true;
      if (each.hidden) each.hidden = false;
    }
    target.scrollIntoView();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) reveal(link.getAttribute("href").slice(1));
  });
  if (location.hash) reveal(location.hash.slice(1));

  // The filter hides what it leaves out; nothing is moved away while somebody types in it.
  const filters = [...desk.querySelectorAll(".filters a")];
  desk.querySelector(".filters")?.addEventListener("click", (event) => {
    const chosen = event.target.closest("a");
    if (!chosen) return;
    event.preventDefault();
    const show = chosen.dataset.show;
    for (const each of filters) each.toggleAttribute("aria-current", each === chosen);
    chosen.setAttribute("aria-current", "true");
    for (const each of desk.querySelectorAll(".question")) {
      each.hidden = show !== "" && !each.dataset.tags.split(" ").includes(show);
    }
    for (const each of desk.querySelectorAll(".level")) {
      const some = each.querySelector(".question:not([hidden])") !== null;
      each.hidden = !some;
      if (show) each.open = some;
    }
    history.replaceState(null, "", chosen.href);
  });
})();
