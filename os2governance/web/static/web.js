// Shows at once what an answer does; what is typed is saved by save.js.
"use strict";

(() => {
  const desk = document.querySelector(".desk");
  if (!desk) return;
  const live = desk.querySelector(".live");

  desk.querySelector(".what-if").hidden = false;

  // What changes with an answer, by its name in the reply and in the page.
  const LIVE = { statuses: "line", reasons: "reason", counts: "count", remaining: "remaining", hints: "hint" };

  const notice = (at, html) => {
    const place = desk.querySelector(`[data-notice="${CSS.escape(at)}"]`);
    if (place && place.innerHTML.trim() !== html.trim()) place.innerHTML = html;
  };

  // What is open stays open.
  const replaceKeeping = (place, html) => {
    if (place.innerHTML.trim() === html.trim()) return;
    const open = [...place.querySelectorAll("details")].map((each) => each.open);
    place.innerHTML = html;
    [...place.querySelectorAll("details")].forEach((each, n) => {
      each.open = open[n] ?? each.open;
    });
  };

  document.addEventListener("answered", ({ detail: answer }) => {
    if (!answer.notices) return;
    for (const place of desk.querySelectorAll("[data-notice]")) {
      notice(place.dataset.notice, answer.notices[place.dataset.notice] ?? "");
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
    if (answer.last !== undefined) replaceKeeping(desk.querySelector(".last-time"), answer.last);
    if (answer.bar) desk.querySelector(".live-bar").innerHTML = answer.bar;
    if (answer.panel) replaceKeeping(live, answer.panel);
  });

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
