// The form: what happened, as fields. It is drawn anew when its shape changes, not at every letter.

import { element } from "calculator/element";
import { typed } from "calculator/state";

/** Draw the form of a question; ``changed`` is told of every change, and whether of the shape. */
export function drawForm(place, state, data, changed) {
  const say = (key) => data.texts[key][state.language];
  const [registration, ...later] = state.events;
  const kinds = new Map(data.kinds.map((kind) => [kind.id, kind]));
  const fields = (event) => kinds.get(event.kind).fields;
  const named = (event, name) => fields(event).find((field) => field.name === name);
  const set = (target, name, value, shape = false) => {
    target[name] = value;
    changed(shape);
  };

  function input(label, type, value, onchange, more = {}) {
    const attributes = { type, value: value ?? "", oninput: (e) => onchange(e.target.value), ...more };
    return element("label", {}, element("span", {}, label), element("input", attributes));
  }

  function choice(label, options, value, onchange, more = {}) {
    const list = options.map((one) =>
      element("option", { value: one.id, selected: String(one.id) === String(value ?? "") }, one.text),
    );
    const attributes = { onchange: (e) => onchange(e.target.value), ...more };
    return element("label", {}, element("span", {}, label), element("select", attributes, ...list));
  }

  function of(event, field) {
    const label = field[state.language];
    const value = event[field.name] ?? field.default ?? "";
    const store = (text) => set(event, field.name, typed(field, text));
    switch (field.input) {
      case "choice": {
        const none = field.default === null ? [{ id: "", text: say("not-given") }] : [];
        return choice(label, [...none, ...texts(field.options)], value, store);
      }
      case "moment":
        return input(label, "datetime-local", value, store, { step: 1 });
      case "day":
        return input(label, "date", value, store);
      case "number":
        return input(label, "number", value, store, { min: 0, step: 1 });
      default:
        return input(label, "text", value, store);
    }
  }

  const texts = (options) =>
    options.map((one) => ({ id: one.id, text: /^[A-E1-4]$/.test(one.id) ? `${one.id} — ${one[state.language]}` : one[state.language] }));

  function details(event, shown) {
    const rest = fields(event).filter((field) => !shown.includes(field.name));
    if (!rest.length) return null;
    const required = rest.filter((field) => field.required);
    const other = rest.filter((field) => !field.required);
    const touched = other.some((field) => event[field.name] !== undefined && event[field.name] !== "");
    return element(
      "div",
      {},
      required.length ? element("div", { class: "row" }, ...required.map((field) => of(event, field))) : null,
      other.length
        ? element(
            "details",
            { open: touched },
            element("summary", {}, say("details")),
            element("div", { class: "row" }, ...other.map((field) => of(event, field))),
          )
        : null,
    );
  }

  const inC = registration.category === "C";
  const first = element(
    "fieldset",
    {},
    element("legend", {}, say("incident")),
    element(
      "div",
      { class: "row" },
      input(say("registered"), "datetime-local", registration.at, (v) => set(registration, "at", v), {
        step: 1,
        required: true,
        id: "registered",
      }),
      choice(say("zone"), data.zones.map((id) => ({ id, text: id })), state.zone, (v) => set(state, "zone", v)),
    ),
    element(
      "div",
      { class: "row" },
      choice(
        say("category"),
        [{ id: "", text: say("not-given") }, ...texts(data.categories)],
        registration.category,
        (value) => {
          if (value !== "C") delete registration.severity;
          set(registration, "category", value, true);
        },
        { id: "category" },
      ),
      inC
        ? choice(
            say("severity"),
            [{ id: "", text: say("not-given") }, ...texts(data.severities)],
            registration.severity,
            (value) => set(registration, "severity", typed(named(registration, "severity"), value)),
            { id: "severity" },
          )
        : null,
    ),
    details(registration, ["number", "category", "severity"]),
  );

  function kindChoice(event) {
    const group = (name, label) =>
      element(
        "optgroup",
        { label },
        ...data.kinds
          .filter((kind) => kind.of === name && kind.id !== "registered")
          .map((kind) => element("option", { value: kind.id, selected: kind.id === event.kind }, kind[state.language])),
      );
    const onchange = (e) => {
      for (const name of Object.keys(event)) if (name !== "at") delete event[name];
      event.kind = e.target.value;
      for (const field of fields(event)) {
        if (field.required && field.input === "choice") event[field.name] = field.options[0].id;
      }
      changed(true);
    };
    return element(
      "label",
      {},
      element("span", {}, say("event")),
      element("select", { onchange }, group("incident", say("of-incident")), group("service", say("of-service"))),
    );
  }

  const eventRows = later.map((event, place) =>
    element(
      "div",
      { class: "event", role: "group", "aria-label": `${say("event")} ${place + 1}` },
      element(
        "div",
        { class: "row" },
        kindChoice(event),
        input(say("at"), "datetime-local", event.at, (v) => set(event, "at", v), { step: 1, required: true }),
        element("button", { type: "button", onclick: () => { state.events.splice(place + 1, 1); changed(true); } }, say("remove")),
      ),
      details(event, []),
    ),
  );
  const add = () => {
    state.events.push({ kind: "commented", at: state.events.at(-1).at });
    changed(true);
    place.querySelector(".event:last-of-type select")?.focus();
  };
  const happened = element(
    "fieldset",
    {},
    element("legend", {}, say("events")),
    ...(eventRows.length ? eventRows : [element("p", { class: "quiet" }, say("no-events"))]),
    element("button", { type: "button", id: "add", onclick: add }, say("add")),
  );

  const readings = element(
    "details",
    { open: Object.keys(state.readings).length > 0 },
    element("summary", {}, say("readings")),
    element("p", { class: "quiet" }, say("readings-help")),
    ...data.readings.map((row) =>
      choice(
        `${row.id}. ${row[state.language]}`,
        row.options.map((one) => ({ id: one.id, text: one[state.language] })),
        state.readings[row.id] ?? row.default,
        (value) => {
          if (value === row.default) delete state.readings[row.id];
          else state.readings[row.id] = value;
          changed(false);
        },
      ),
    ),
  );

  place.replaceChildren(
    first,
    happened,
    element(
      "fieldset",
      {},
      element("legend", {}, say("answer")),
      input(`${say("as-of")} (${say("as-of-help")})`, "datetime-local", state.asOf, (v) => set(state, "asOf", v), {
        step: 1,
        id: "as-of",
      }),
      readings,
    ),
  );
}
