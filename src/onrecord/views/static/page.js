// Adds filters, the card and the sheet to a page that reads without them. Nothing is fetched and nothing is sent.
"use strict";
(() => {
  const root = document.documentElement;
  const { all, find, make, ownersOf } = onrecord;
  root.classList.add("js");
  all(".needs-script").forEach((node) => (node.hidden = false));

  const record = find("record"), card = find("card");
  const entries = all("#record .entry");
  const narrow = matchMedia("(max-width: 69.99rem)");
  const reportOf = (entry) => find("r-" + entry.dataset.r);
  const speakerOf = (entry) => entry.parentElement.parentElement.dataset.speaker || "";

  const hidden = new Set();
  const edge = () => (narrow.matches ? root.clientWidth - 12 : find("reports").getBoundingClientRect().right);
  const { at, segmentsOf, clear, show, markOf, pick } = onrecord.marks({
    within: "main", card, fill, edge, shown: (id) => !hidden.has(id),
  });
  function fill(entry, id, others) {
    card.replaceChildren(make("h4", entry.dataset.who));
    all(".line, .why > p", entry).forEach((node) => card.append(node.cloneNode(true)));
    all(".go", card).forEach((node) => node.remove());
    others.forEach((other) => {
      const line = make("p", "");
      line.className = "line also";
      line.append("Also part of ", Object.assign(make("a", describe(other)), { href: "#s-" + other }));
      card.append(line);
    });
    const keys = make("p", "");
    keys.className = "keys";
    const list = make("button", "In the list");
    const copy = make("button", "Copy citation");
    list.addEventListener("click", () => reveal(entry));
    copy.addEventListener("click", () => write(citation(entry, id), copy));
    keys.append(list, copy);
    card.append(keys);
  }
  function describe(id) {
    const entry = find("e-" + id);
    const act = entry.querySelector(".line strong");
    return act ? `${entry.dataset.who}: ${act.textContent}` : entry.dataset.who;
  }
  function reveal(entry) {
    unfold(entry);
    if (narrow.matches) open();
    entry.scrollIntoView({ block: "center" });
    entry.querySelector("a").focus({ preventScroll: true });
  }
  const modes = { direct: "quoted directly", indirect: "reported in the outlet's own words, not a quotation", mixed: "partly quoted, partly in the outlet's own words" };
  function citation(entry, id) {
    const report = reportOf(entry);
    const facts = Object.fromEntries(all(".facts div", report).map((row) => [row.firstElementChild.textContent, row.lastElementChild.textContent]));
    const kept = entry.querySelector(".kept"), cue = entry.querySelector(".line bdi");
    const said = modes[entry.dataset.mode] ? `, “${cue ? cue.textContent : ""}”, ${modes[entry.dataset.mode]}` : "";
    const date = report.querySelector(".date").textContent.trim().replace(/\s+/g, " ");
    return [
      entry.querySelector(".words").textContent,
      `— ${entry.dataset.who}${said}, according to ${report.dataset.outlet}, “${report.querySelector("h3").textContent}”, ${date}. ${facts.Address}`,
      `onrecord: entry ${id}, report ${entry.dataset.r}, of the text with sha256 ${facts["Text hash"]}${kept ? "; " + kept.textContent.replace(" · ", ", ") : ""}`,
    ].join("\n");
  }
  async function write(text, button) {
    try { await navigator.clipboard.writeText(text); button.textContent = "Copied"; }
    catch { const area = make("textarea", text); card.append(area); area.readOnly = true; area.rows = 4; area.style.width = "100%"; area.select(); }
  }

  document.addEventListener("click", (event) => {
    const mark = markOf(event.target);
    if (mark && String(getSelection())) return;
    if (mark) {
      event.preventDefault();
      pick(mark, true);
      if (!at.chosen) return;
      history.replaceState(null, "", "#s-" + at.chosen);
      if (!narrow.matches) center(find("e-" + at.chosen));
    } else if (!card.contains(event.target) && at.pinned) clear();
    const link = event.target.closest && event.target.closest("a[href^='#']");
    if (!link || mark) return;
    const place = link.hash.slice(1);
    if (place === "record" && narrow.matches) { event.preventDefault(); open(); }
    else if (/^[sr]-/.test(place)) close();
  });
  function unfold(entry) {
    const group = entry.closest("details.group");
    if (group) group.open = true;
  }
  function center(entry) {
    unfold(entry);
    const group = entry.closest(".group");
    group.style.contentVisibility = "visible";
    record.scrollTo({ top: entry.getBoundingClientRect().top - record.getBoundingClientRect().top + record.scrollTop - record.clientHeight / 2 });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!card.hidden) clear();
    else close();
  });

  // The list is a sheet on narrow screens.
  let before = null;
  function open() {
    before = document.activeElement;
    card.hidden = true;
    record.classList.add("open");
    find("close").focus();
  }
  function close() {
    if (!record.classList.contains("open")) return;
    record.classList.remove("open");
    if (before) before.focus({ preventScroll: true });
  }
  find("close").addEventListener("click", close);

  // An address that ends in an entry opens its report and shows it whole.
  function arrive() {
    const id = location.hash.slice(3), place = location.hash.slice(1);
    if (!/^[se]-/.test(place) || !find(place)) return;
    const fold = find(place).closest("details.report, details.group");
    if (fold) fold.open = true;
    show(id);
  }
  addEventListener("hashchange", arrive);

  // Filters: an entry is hidden where one of them does not hold; its marks go plain, an empty report goes.
  const fields = ["words", "band", "speaker", "outlet", "act", "mode"].map((name) => [name, find("f-" + name)]);
  const haystack = new Map();
  function wordsOf(entry) {
    const id = entry.id.slice(2);
    if (!haystack.has(id)) haystack.set(id, (entry.textContent + " " + segmentsOf(id).map((node) => node.textContent).join("") + " " + speakerOf(entry)).toLowerCase());
    return haystack.get(id);
  }
  function passes(entry, wanted) {
    return (!wanted.outlet || reportOf(entry).dataset.outlet === wanted.outlet)
      && (!wanted.act || entry.dataset.act === wanted.act)
      && (!wanted.band || entry.dataset.band === wanted.band)
      && (!wanted.mode || entry.dataset.mode === wanted.mode)
      && (!wanted.speaker || speakerOf(entry) === wanted.speaker)
      && wanted.words.split(/\s+/).every((word) => wordsOf(entry).includes(word));
  }
  function filter() {
    const wanted = Object.fromEntries(fields.map(([name, field]) => [name, name === "words" ? field.value.toLowerCase().trim() : field.value]));
    const active = fields.some(([, field]) => field.value);
    const onlyOutlet = active && fields.every(([name, field]) => name === "outlet" || !field.value);
    const alive = new Set();
    let count = 0;
    hidden.clear();
    clear();
    entries.forEach((entry) => {
      const pass = !active || passes(entry, wanted);
      entry.hidden = !pass;
      if (!pass) hidden.add(entry.id.slice(2));
      else { alive.add(entry.dataset.r); if (entry.dataset.act) count += 1; }
    });
    all(".group", record).forEach((group) => {
      const left = all(".entry:not([hidden])", group).length;
      group.hidden = !left;
      group.querySelector(".num").textContent = left;
    });
    all("main .m[data-s]").forEach((node) => node.classList.toggle("off", ownersOf(node).every(([id]) => hidden.has(id))));
    let reports = 0;
    all("main .report").forEach((report) => {
      const id = report.id.slice(2);
      const keep = !active || alive.has(id) || (onlyOutlet && report.dataset.outlet === wanted.outlet);
      report.hidden = !keep;
      reports += keep;
      all(`.toc li[data-r="${CSS.escape(id)}"]`).forEach((item) => (item.hidden = !keep));
    });
    find("no-report").hidden = reports > 0;
    find("reset").hidden = !active;
    find("tally").textContent = `${count} ${count === 1 ? "statement" : "statements"} in ${reports} ${reports === 1 ? "report" : "reports"}`;
  }
  let typing = 0;
  fields.forEach(([, field]) => field.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(filter, 120); }));
  find("reset").addEventListener("click", () => { fields.forEach(([, field]) => (field.value = "")); filter(); });

  // The chosen colours are remembered where the browser lets a page remember.
  const themes = all(".theme input");
  try {
    const kept = themes.find((input) => input.value === localStorage.getItem("onrecord-theme"));
    if (kept) kept.checked = true;
    themes.forEach((input) => input.addEventListener("change", () => localStorage.setItem("onrecord-theme", input.value)));
  } catch { /* a page opened from a file may have no storage */ }
  let opened = [];
  addEventListener("beforeprint", () => { opened = all("details.report:not([open])"); opened.forEach((node) => (node.open = true)); });
  addEventListener("afterprint", () => opened.forEach((node) => (node.open = false)));
  if (fields.some(([, field]) => field.value)) filter();
  arrive();
})();
