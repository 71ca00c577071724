// What the page and the reader share: the card of a mark, which shows the statement that its words belong to.
"use strict";
const onrecord = (() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const find = (id) => document.getElementById(id);
  const make = (tag, text, name = "") => Object.assign(document.createElement(tag), { textContent: text, className: name });
  const roles = { s: "source", c: "cue", w: "content", d: "doubt" };
  const ownersOf = (node) => node.dataset.s.split(" ").map((owner) => [owner.slice(1), roles[owner[0]]]);

  // One statement is chosen at a time; its segments, its entry and the card show it. `within` holds the marks, `fill`
  // writes the card, `edge` is how far to the right it may reach, `shown` says which statements are not filtered out.
  function marks({ within, card, fill, edge, shown = () => true }) {
    const at = { chosen: null, pinned: false };
    const doubts = find("show-doubts");
    const segments = new Map();
    let timer = 0;

    // Which segments belong to which entry is looked up when it is first asked for: a large page opens sooner.
    function segmentsOf(id) {
      if (!segments.size) {
        all(`${within} .m[data-s]`).forEach((node) => ownersOf(node).forEach(([owner]) => {
          if (!segments.has(owner)) segments.set(owner, []);
          segments.get(owner).push(node);
        }));
      }
      return segments.get(id) || [];
    }
    function clear() {
      clearTimeout(timer);
      all(".on").forEach((node) => node.classList.remove("on", "on-label", "on-doubt"));
      card.hidden = true;
      at.chosen = null;
      at.pinned = false;
    }
    function show(id, near, others = []) {
      const entry = find("e-" + id);
      if (!entry) return;
      clear();
      at.chosen = id;
      entry.classList.add("on");
      const named = new Set();
      segmentsOf(id).forEach((node) => {
        node.classList.add("on");
        const role = ownersOf(node).find(([owner]) => owner === id)[1];
        if (role === "doubt") node.classList.add("on-doubt");
        if (named.has(role) || !node.closest(".text")) return;
        named.add(role);
        node.dataset.label = role;
        node.classList.add("on-label");
      });
      if (near) { fill(entry, id, others); place(near); }
    }
    function place(near) {
      card.hidden = false;
      if (matchMedia("(max-width: 48rem)").matches) { card.style.left = card.style.top = ""; return; }
      const box = near.getClientRects()[0];
      const below = box.bottom + card.offsetHeight + 12 < innerHeight || box.top < card.offsetHeight + 40;
      card.style.left = Math.max(8, Math.min(box.left, edge(near) - card.offsetWidth)) + scrollX + "px";
      card.style.top = (below ? box.bottom + 8 : box.top - card.offsetHeight - 24) + scrollY + "px";
    }
    const markOf = (target) => target.closest && target.closest(`${within} .m[data-s]:not(.off)`);
    function pick(mark, pin) {
      const marked = (role) => role !== "doubt" || !doubts || doubts.checked;
      const ids = ownersOf(mark).filter(([id, role]) => shown(id) && marked(role)).map(([id]) => id);
      if (!ids.length) return;
      show(ids[0], mark, ids.slice(1));
      at.pinned = pin;
    }
    document.addEventListener("mouseover", (event) => {
      clearTimeout(timer);
      const mark = markOf(event.target);
      if (mark) { mark.removeAttribute("title"); mark.draggable = false; }
      if (at.pinned || card.contains(event.target)) return;
      timer = setTimeout(() => (mark ? pick(mark, false) : at.chosen && !card.hidden && clear()), mark ? 90 : 350);
    });
    document.addEventListener("focusin", (event) => {
      const mark = markOf(event.target);
      if (mark && mark.matches(":focus-visible")) pick(mark, false);
    });
    return { at, segmentsOf, clear, show, markOf, pick };
  }
  return { all, find, make, ownersOf, marks };
})();
