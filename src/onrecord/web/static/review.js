// Review by keyboard: one key rules on the chosen entry and goes to the next; edges of words move by a word.
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const busy = (event) => event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=radio]), textarea, select");
  const said = find("said");

  // The queue.
  const list = find("cards");
  if (list) {
    let last = null, waiting = false;
    const cards = () => [...list.querySelectorAll(".review-card:not(.done)")];
    const current = () => document.activeElement.closest?.(".review-card") || null;
    const go = (card) => { if (card) { card.focus({ preventScroll: true }); card.scrollIntoView({ block: "nearest" }); } };
    function beside(card, by) {
      const all = [...list.children], at = card ? all.indexOf(card) : -1;
      for (let i = at + by; i >= 0 && i < all.length; i += by) if (!all[i].classList.contains("done")) return all[i];
      return null;
    }
    async function send(fields) {
      const body = new URLSearchParams(fields);
      const answer = await fetch("/review", { method: "POST", body, headers: { "X-Form-Key": list.dataset.formKey, Accept: "application/json" } });
      if (!answer.ok) throw new Error("not kept: load the page again");
      return answer.json();
    }
    async function rule(card, kind) {
      if (!card || waiting) return;
      waiting = true;
      try {
        const kept = await send({ kind, entry: card.id.slice(2) });
        last = { card, decision: kept.decision };
        card.classList.add("done");
        card.dataset.told = kept.told;
        said.textContent = `${kept.told} (decision ${kept.decision}); u takes it back. ${cards().length} left on this page.`;
        const next = beside(card, 1) || beside(card, -1);
        if (next) go(next); else find("more").focus();
      } catch (error) { said.textContent = error.message; }
      waiting = false;
    }
    async function undo() {
      if (!last || waiting) return;
      waiting = true;
      try {
        await send({ kind: "undo", decision: last.decision });
        last.card.classList.remove("done");
        delete last.card.dataset.told;
        said.textContent = `decision ${last.decision} taken back.`;
        go(last.card);
        last = null;
      } catch (error) { said.textContent = error.message; }
      waiting = false;
    }
    list.addEventListener("submit", (event) => {
      event.preventDefault();
      rule(event.target.closest(".review-card"), event.target.elements.kind.value);
    });
    document.addEventListener("keydown", (event) => {
      if (busy(event) || event.target.closest("input, button:not(.review-card button), a:not(.review-card a)") && event.key === "Enter") return;
      const card = current() || cards()[0];
      if (event.key === "y") rule(card, "confirm");
      else if (event.key === "n") rule(card, "reject");
      else if (event.key === "u") undo();
      else if (event.key === "j") go(current() ? beside(card, 1) : card);
      else if (event.key === "k") go(beside(card, -1));
      else if (event.key === "e") card?.querySelector("[data-key=e]").click();
      else if (event.key === "o") card?.querySelector(".page-of").click();
      else if (event.key === "r") card?.querySelector(".in-report").click();
      else return;
      event.preventDefault();
    });
    go(cards()[0]);
  }

  // A report: words that are selected become a statement that was missed.
  const text = document.querySelector(".report-page .text"), missed = find("missed");
  if (text && missed) {
    const enter = () => {
      const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
      if (!range || range.collapsed || !text.contains(range.commonAncestorContainer)) { missed.textContent = "Select words in the text first, then press m"; return; }
      const before = document.createRange();
      before.selectNodeContents(text);
      before.setEnd(range.startContainer, range.startOffset);
      const at = [...before.toString()].length, words = [...range.toString()];
      const left = words.findIndex((c) => c.trim()), right = words.length - [...words].reverse().findIndex((c) => c.trim());
      if (left < 0) return;
      location.href = `/review/new?report=${missed.dataset.report}&content=${at + left}:${at + right}`;
    };
    missed.addEventListener("mousedown", (event) => event.preventDefault());
    missed.addEventListener("click", enter);
    document.addEventListener("keydown", (event) => { if (!busy(event) && event.key === "m") { event.preventDefault(); enter(); } });
  }

  // The form: the words of every part are shown in the text, and their edges move by a word.
  const around = find("around"), form = find("mend");
  if (around && form) {
    const letters = [...around.textContent], start = Number(around.dataset.start);
    const starts = [], ends = [];
    letters.forEach((letter, i) => {
      const space = /\s/.test(letter), before = i === 0 || /\s/.test(letters[i - 1]), after = i + 1 === letters.length || /\s/.test(letters[i + 1]);
      if (!space && before) starts.push(i);
      if (!space && after) ends.push(i + 1);
    });
    const part = () => form.elements.part.value;
    const spansOf = (name) => form.elements[name].value.split(",").map((p) => p.trim().match(/^(\d+):(\d+)$/)).filter(Boolean).map((m) => [m[1] - start, m[2] - start]);
    const write = (name, spans) => { form.elements[name].value = spans.map(([a, b]) => `${a + start}:${b + start}`).join(", "); draw(); };
    function draw() {
      const roles = letters.map(() => []);
      ["content", "source", "cue", "addressee", "channel"].forEach((name) => spansOf(name).forEach(([a, b]) => { for (let i = Math.max(0, a); i < Math.min(letters.length, b); i++) roles[i].push(name); }));
      const made = document.createDocumentFragment();
      for (let i = 0; i < letters.length;) {
        const key = roles[i].join(" ");
        let end = i;
        while (end < letters.length && roles[end].join(" ") === key) end++;
        const words = letters.slice(i, end).join("");
        if (key) {
          const node = document.createElement("span");
          node.className = `m ${key}${roles[i].includes(part()) ? " on" : ""}`;
          node.textContent = words;
          made.append(node);
          const note = document.createElement("sub");
          note.className = "role";
          note.textContent = key.replace(" ", ", ");
          note.setAttribute("aria-hidden", "true");
          made.append(note);
        } else made.append(words);
        i = end;
      }
      around.replaceChildren(made);
    }
    function move(end, by) {
      const spans = spansOf(part());
      if (!spans.length) spans.push([starts[0], ends[0]]);
      const span = end ? spans[spans.length - 1] : spans[0], edges = end ? ends : starts, at = span[end ? 1 : 0];
      const next = by > 0 ? edges.find((edge) => edge > at) : [...edges].reverse().find((edge) => edge < at);
      if (next === undefined || (end ? next <= span[0] : next >= span[1])) return;
      span[end ? 1 : 0] = next;
      write(part(), spans);
    }
    function selected() {
      const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
      if (!range || range.collapsed || !around.contains(range.commonAncestorContainer)) return;
      const before = document.createRange();
      before.selectNodeContents(around);
      before.setEnd(range.startContainer, range.startOffset);
      const count = (piece) => {
        const copy = piece.cloneContents();
        copy.querySelectorAll(".role").forEach((node) => node.remove());
        return [...copy.textContent].length;
      };
      const at = count(before);
      write(part(), [[at, at + count(range)]]);
    }
    form.addEventListener("change", draw);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.ctrlKey) { form.requestSubmit(); event.preventDefault(); return; }
      if (busy(event)) return;
      if (event.key === "a") move(false, -1);
      else if (event.key === "d") move(false, 1);
      else if (event.key === "A") move(true, -1);
      else if (event.key === "D") move(true, 1);
      else if (event.key === "s") selected();
      else return;
      event.preventDefault();
    });
    draw();
    around.focus({ preventScroll: true });
  }
})();
