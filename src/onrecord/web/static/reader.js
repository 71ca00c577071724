// Adds to pages that read without it: colours at once, the card of a mark, and keys from statement to statement.
"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const find = (id) => document.getElementById(id);
  const make = (tag, text, name = "") => Object.assign(document.createElement(tag), { textContent: text, className: name });
  document.documentElement.classList.add("js");

  all(".theme input").forEach((input) => input.addEventListener("change", () => {
    document.cookie = `onrecord-theme=${input.value}; Path=/; Max-Age=31536000; SameSite=Strict`;
  }));

  const card = find("card");
  if (!card) return;
  const roles = { s: "source", c: "cue", w: "content", d: "doubt" };
  const ownersOf = (node) => node.dataset.s.split(" ").map((owner) => [owner.slice(1), roles[owner[0]]]);
  const segments = new Map();
  all(".report-page .text .m[data-s]").forEach((node) => ownersOf(node).forEach(([owner]) => {
    if (!segments.has(owner)) segments.set(owner, []);
    segments.get(owner).push(node);
  }));
  const entries = all(".beside .entry");
  const order = entries.map((entry) => entry.id.slice(2)).filter((id) => find("s-" + id));
  const doubts = find("show-doubts");

  // One statement is chosen at a time; its words, its entry beside the text and the card show it.
  let chosen = null, pinned = false, timer = 0;
  function clear() {
    clearTimeout(timer);
    all(".on").forEach((node) => node.classList.remove("on", "on-label", "on-doubt"));
    card.hidden = true;
    chosen = null;
    pinned = false;
  }
  function choose(id, pin, near, others = []) {
    const entry = find("e-" + id);
    if (!entry) return;
    clear();
    chosen = id;
    pinned = pin;
    entry.classList.add("on");
    const named = new Set();
    (segments.get(id) || []).forEach((node) => {
      node.classList.add("on");
      const role = ownersOf(node).find(([owner]) => owner === id)[1];
      if (role === "doubt") node.classList.add("on-doubt");
      if (named.has(role)) return;
      named.add(role);
      node.dataset.label = role;
      node.classList.add("on-label");
    });
    if (near) { fill(entry, others); place(near); }
    if (pin) scrollBeside(entry);
  }
  function fill(entry, others) {
    card.replaceChildren(make("p", entry.dataset.who, "card-title"));
    all(".line", entry).forEach((node) => card.append(node.cloneNode(true)));
    others.forEach((other) => {
      const line = make("p", "", "line also"), link = make("a", find("e-" + other)?.dataset.who || other);
      link.href = "#s-" + other;
      line.append("Also part of what is said by ", link);
      card.append(line);
    });
  }
  function place(near) {
    card.hidden = false;
    if (matchMedia("(max-width: 48rem)").matches) { card.style.left = card.style.top = ""; return; }
    const box = near.getClientRects()[0], article = near.closest("article").getBoundingClientRect();
    const below = box.bottom + card.offsetHeight + 12 < innerHeight || box.top < card.offsetHeight + 40;
    card.style.left = Math.max(8, Math.min(box.left, article.right - card.offsetWidth)) + scrollX + "px";
    card.style.top = (below ? box.bottom + 8 : box.top - card.offsetHeight - 24) + scrollY + "px";
  }
  function scrollBeside(entry) {
    const box = entry.closest(".beside");
    if (box.scrollHeight <= box.clientHeight) return;
    box.scrollTo({ top: entry.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - box.clientHeight / 3 });
  }
  const markOf = (target) => target.closest && target.closest(".report-page .text .m[data-s]");
  function pick(mark, pin) {
    const ids = ownersOf(mark).filter(([, role]) => role !== "doubt" || !doubts || doubts.checked).map(([id]) => id);
    if (ids.length) choose(ids[0], pin, mark, ids.slice(1));
  }
  document.addEventListener("mouseover", (event) => {
    clearTimeout(timer);
    const mark = markOf(event.target);
    if (mark) mark.removeAttribute("title");
    if (pinned || card.contains(event.target)) return;
    timer = setTimeout(() => (mark ? pick(mark, false) : chosen && !card.hidden && clear()), mark ? 90 : 350);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark && mark.matches(":focus-visible") && !pinned) pick(mark, false);
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event.target);
    if (mark && String(getSelection())) return;
    if (mark) {
      event.preventDefault();
      pick(mark, true);
      if (chosen) history.replaceState(null, "", "#s-" + chosen);
    } else if (pinned && !card.contains(event.target) && !event.target.closest(".beside")) clear();
  });

  // j and k go from statement to statement, o opens its page, Escape closes the card.
  function step(by) {
    const at = order.indexOf(chosen);
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    const mark = find("s-" + next);
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center", behavior: "instant" });
    choose(next, true, mark);
    history.replaceState(null, "", "#s-" + next);
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "Escape" && chosen) clear();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "o" && chosen) find("e-" + chosen).querySelector("a.page-of")?.click();
  });

  function arrive() {
    const id = location.hash.slice(3);
    if (!/^#[se]-/.test(location.hash) || !find("e-" + id)) return;
    setTimeout(() => choose(id, true, find("s-" + id)), 60);
  }
  addEventListener("hashchange", arrive);
  arrive();
})();
