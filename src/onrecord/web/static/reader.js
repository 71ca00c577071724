// Adds to pages that read without it: colours at once, the card of a mark, and keys from statement to statement.
"use strict";
(() => {
  const { all, find, make } = onrecord;
  document.documentElement.classList.add("js");

  all(".theme input").forEach((input) => input.addEventListener("change", () => {
    document.cookie = `onrecord-theme=${input.value}; Path=/; Max-Age=31536000; SameSite=Strict`;
  }));

  const card = find("card");
  if (!card) return;
  const entries = all(".beside .entry");
  const order = entries.map((entry) => entry.id.slice(2)).filter((id) => find("s-" + id));

  // One statement is chosen at a time; its words, its entry beside the text and the card show it.
  const edge = (near) => near.closest("article").getBoundingClientRect().right;
  const { at, clear, show, markOf, pick } = onrecord.marks({ within: ".report-page .text", card, fill, edge });
  function choose(id, near) {
    show(id, near);
    at.pinned = true;
    scrollBeside(find("e-" + id));
  }
  function fill(entry, id, others) {
    card.replaceChildren(make("p", entry.dataset.who, "card-title"));
    all(".line", entry).forEach((node) => card.append(node.cloneNode(true)));
    others.forEach((other) => {
      const line = make("p", "", "line also"), link = make("a", find("e-" + other)?.dataset.who || other);
      link.href = "#s-" + other;
      line.append("Also part of what is said by ", link);
      card.append(line);
    });
  }
  function scrollBeside(entry) {
    const box = entry.closest(".beside");
    if (box.scrollHeight <= box.clientHeight) return;
    box.scrollTo({ top: entry.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - box.clientHeight / 3 });
  }
  document.addEventListener("click", (event) => {
    const mark = markOf(event.target);
    if (mark && String(getSelection())) return;
    if (mark) {
      event.preventDefault();
      pick(mark, true);
      if (!at.chosen) return;
      scrollBeside(find("e-" + at.chosen));
      history.replaceState(null, "", "#s-" + at.chosen);
    } else if (at.pinned && !card.contains(event.target) && !event.target.closest(".beside")) clear();
  });

  // j and k go from statement to statement, o opens its page, Escape closes the card.
  function step(by) {
    const place = order.indexOf(at.chosen);
    const next = order[place < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, place + by))];
    if (next === undefined) return;
    const mark = find("s-" + next);
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center", behavior: "instant" });
    choose(next, mark);
    history.replaceState(null, "", "#s-" + next);
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "Escape" && at.chosen) clear();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "o" && at.chosen) find("e-" + at.chosen).querySelector("a.page-of")?.click();
  });

  function arrive() {
    const id = location.hash.slice(3);
    if (!/^#[se]-/.test(location.hash) || !find("e-" + id)) return;
    setTimeout(() => choose(id, find("s-" + id)), 60);
  }
  addEventListener("hashchange", arrive);
  arrive();
})();
