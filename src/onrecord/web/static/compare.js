// Deciding by keyboard which utterances are one: keys go from version to version and press the buttons of the page.
"use strict";
(() => {
  const stops = [...document.querySelectorAll(".stop")];
  if (!stops.length) return;
  const busy = (event) => event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select");
  const current = () => stops.findIndex((stop) => stop.contains(document.activeElement));
  const block = () => stops[Math.max(0, current())].closest(".utterance, .pair");
  function go(at) {
    const stop = stops[Math.min(stops.length - 1, Math.max(0, at))];
    (stop.querySelector("a") || stop).focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest" });
  }
  const press = (where, key) => where?.querySelector(`[data-key="${key}"]`)?.click();
  document.addEventListener("keydown", (event) => {
    if (busy(event)) return;
    const at = current();
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at < 0 ? 0 : at - 1);
    else if (event.key === "a") { if (at < 0) return; press(stops[at], "a"); }
    else if (["h", "b", "y", "n"].includes(event.key)) { if (at < 0) return; press(block(), event.key); }
    else if (event.key === "u") press(document, "u");
    else if (event.key === "o") { if (at >= 0) stops[at].querySelector("a")?.click(); }
    else return;
    event.preventDefault();
  });
  // After a decision the page begins again where it was made.
  const there = location.hash && document.getElementById(location.hash.slice(1));
  if (there) go(Math.max(0, stops.findIndex((stop) => there.contains(stop) || stop === there || there.compareDocumentPosition(stop) & 4)));
})();
