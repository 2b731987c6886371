// The page: the form at once, the interpreter behind it, the answer whenever anything changes.

import { showAnswer } from "calculator/answer";
import { element } from "calculator/element";
import { load } from "calculator/engine";
import { drawForm } from "calculator/form";
import { beginning, question, read, written } from "calculator/state";

const data = JSON.parse(document.getElementById("form-data").textContent);
const places = Object.fromEntries(["top", "form", "answer", "bottom"].map((id) => [id, document.getElementById(id)]));
const request = globalThis.fetch.bind(globalThis);
const own = (navigator.language || "").startsWith("ru") ? "ru" : "en";
let state = read(location.hash, data) ?? beginning(document.documentElement.dataset.language || own);
let answered = null;
let failure = null;

const say = (key) => data.texts[key][state.language];

/** Return a part of the interpreter: text inside the page, or a file beside it. */
async function part(name) {
  const inside = document.getElementById(`part-${name}`);
  const address = inside ? `data:application/gzip;base64,${inside.textContent}` : `parts/${name}.gz`;
  const response = await request(address);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  inside?.remove();
  return response.body;
}

function drawFrame() {
  document.documentElement.lang = state.language;
  document.title = say("title");
  const languages = [["ru", "Русский"], ["en", "English"]].map(([id, name]) =>
    element(
      "button",
      { type: "button", lang: id, "aria-pressed": String(state.language === id), onclick: () => { state.language = id; drawAll(); } },
      name,
    ),
  );
  const reset = () => { state = beginning(state.language); drawAll(); };
  places.top.replaceChildren(
    element(
      "div",
      { class: "row", role: "group", "aria-label": say("language") },
      ...languages,
      element("button", { type: "button", onclick: reset }, say("reset")),
    ),
    element("h1", {}, say("title")),
    element("p", {}, say("lead")),
  );
  const { version, wheel } = data.made;
  const by = say("made-by").replace("{version}", version).replace("{wheel}", wheel);
  places.bottom.replaceChildren(
    element("p", { class: "quiet" }, say("no-advice")),
    element("p", { class: "quiet" }, by),
  );
}

function changed(shape) {
  history.replaceState(null, "", `#${written(state)}`);
  if (shape) drawAgain();
  answer();
}

/** Draw the form in its new shape, and put the keyboard where it was. */
function drawAgain() {
  const controls = () => [...places.form.querySelectorAll("input, select, button, summary")];
  const place = controls().indexOf(document.activeElement);
  drawForm(places.form, state, data, changed);
  if (place >= 0) controls()[Math.min(place, controls().length - 1)]?.focus();
}

function drawAll() {
  drawFrame();
  drawForm(places.form, state, data, changed);
  history.replaceState(null, "", `#${written(state)}`);
  answer();
}

function answer() {
  if (failure) {
    places.answer.setAttribute("aria-busy", "false");
    places.answer.replaceChildren(
      element(
        "div",
        { class: "refusal", role: "alert" },
        element("h2", {}, say("broken")),
        element("p", {}, say("broken-help")),
        element("p", { class: "quiet", lang: "en" }, String(failure)),
      ),
    );
    return;
  }
  if (!answered) {
    places.answer.replaceChildren(element("p", { class: "waiting" }, say("loading")));
    return;
  }
  const from = performance.now();
  try {
    showAnswer(places.answer, answered(question(state)), say);
  } catch (error) {
    // No question may do that: what is wrong with one is an answer, too.
    failure = error;
    console.error(error);
    answer();
  }
  places.answer.dataset.milliseconds = (performance.now() - from).toFixed(1);
}

addEventListener("hashchange", () => {
  const asked = read(location.hash, data);
  if (asked && written(asked) !== written(state)) {
    state = asked;
    drawAll();
  }
});

drawAll();
// The form is on the screen before the interpreter takes the processor.
requestAnimationFrame(() => setTimeout(async () => {
  try {
    answered = await load(part, data.lock);
    globalThis.slarules = { answered };
  } catch (error) {
    failure = error;
    console.error(error);
  }
  answer();
  places.answer.dataset.ready = performance.now().toFixed(0);
}));
