// The answer as it is shown: deadlines first, why, the picture, and all the rest in words.

import { element } from "calculator/element";

/** Show an answer, or the refusal of the question with what to do about it. */
export function showAnswer(place, answer, say) {
  place.setAttribute("aria-busy", "false");
  if (answer.refusal) {
    place.replaceChildren(refusal(answer.refusal, say));
    return;
  }
  const inPoint = answer.verdicts.filter((one) => one.outcome !== "not-applicable");
  const rest = answer.verdicts.filter((one) => one.outcome === "not-applicable");
  place.replaceChildren(
    element("h2", {}, say("owed")),
    ...answer.standing.map((line) => element("p", { class: "quiet" }, line)),
    ...inPoint.sort((a, b) => (b.due !== null) - (a.due !== null)).map((one) => verdict(one, say)),
    element("h2", {}, say("picture")),
    picture(answer.picture),
    ...listed(say("findings"), answer.findings),
    ...listed(say("next"), answer.next),
    ...listed(say("assumed"), answer.assumed),
    ...listed(say("consulted"), answer.readings),
    element(
      "details",
      {},
      element("summary", {}, say("rest")),
      element("ul", {}, ...rest.map((one) => element("li", {}, one.text))),
    ),
    actions(answer, say),
  );
}

function verdict(one, say) {
  return element(
    "article",
    { class: one.outcome, "data-obligation": one.obligation },
    element("h3", {}, one.name),
    one.when ? element("p", { class: "when" }, one.when) : null,
    element("p", { class: "text" }, one.text),
    ...one.amounts.map((line) => element("p", {}, `${line}.`)),
    one.steps.length
      ? element(
          "details",
          {},
          element("summary", {}, say("steps")),
          element("ul", { class: "steps" }, ...one.steps.map((line) => element("li", {}, line))),
        )
      : null,
  );
}

function picture(svg) {
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return element("div", { class: "picture", tabindex: "0", role: "group" }, document.importNode(drawn, true));
}

function listed(title, lines) {
  if (!lines.length) return [];
  return [element("h2", {}, title), element("ul", {}, ...lines.map((line) => element("li", {}, line)))];
}

function refusal(found, say) {
  const faults = found.faults.length ? found.faults : [found.message];
  return element(
    "div",
    { class: "refusal", role: "alert" },
    element("h2", {}, say("refused")),
    element("ul", {}, ...faults.map((line) => element("li", { lang: "en" }, line))),
    found.remedy ? element("p", {}, `${say("remedy")}: `, element("span", { lang: "en" }, found.remedy)) : null,
    element("p", { class: "quiet" }, found.kind),
  );
}

function actions(answer, say) {
  const copy = async (event) => {
    await navigator.clipboard.writeText(location.href);
    event.target.textContent = say("copied");
  };
  return element(
    "p",
    { class: "row actions" },
    element("button", { type: "button", onclick: copy }, say("copy-link")),
    element("button", { type: "button", onclick: () => save("slarules.svg", "image/svg+xml", answer.picture) }, say("save-picture")),
    element(
      "button",
      { type: "button", onclick: () => save("slarules.json", "application/json", JSON.stringify(answer.assessment, null, 2)) },
      say("download"),
    ),
  );
}

function save(name, type, content) {
  const link = element("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
