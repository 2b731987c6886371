// What is asked, and its place in the address: everything after # and nothing else.

export const ZONE = "Europe/Moscow";

/** Return the question a visitor begins with: registered now, by Moscow's clock. */
export function beginning(language) {
  return {
    language,
    zone: ZONE,
    events: [{ kind: "registered", at: now(ZONE), category: "B" }],
    asOf: "",
    readings: {},
  };
}

/** Return what the clock of a zone shows, to the minute, as a field of a form takes it. */
export function now(zone) {
  const options = { timeZone: zone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" };
  return new Intl.DateTimeFormat("sv-SE", options).format(new Date()).replace(" ", "T");
}

/** Return the question as the end of an address. */
export function written(state) {
  const words = new URLSearchParams({ lang: state.language, zone: state.zone });
  for (const event of state.events) {
    const { kind, ...fields } = event;
    const parts = Object.entries(fields).filter(([, value]) => value !== "" && value !== null);
    words.append("e", [kind, ...parts.map(([name, value]) => `${name}=${quoted(value)}`)].join(";"));
  }
  if (state.asOf) words.set("as-of", state.asOf);
  for (const [id, option] of Object.entries(state.readings)) words.append("reading", `${id}=${option}`);
  // A colon and a slash may stand in this part of an address; they are easier to read as they are.
  return words.toString().replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%3D", "=").replaceAll("%3B", ";");
}

/** Return the question an address holds, or null if it holds none. */
export function read(hash, data) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  if (!words.has("e")) return null;
  const kinds = new Map(data.kinds.map((kind) => [kind.id, kind]));
  const events = words.getAll("e").map((text) => eventOf(text, kinds)).filter(Boolean);
  if (!events.length || events[0].kind !== "registered") return null;
  const known = new Map(data.readings.map((row) => [row.id, row.options.map((one) => one.id)]));
  const readings = words
    .getAll("reading")
    .map((text) => text.split("="))
    .filter(([id, option]) => known.get(id)?.includes(option));
  return {
    language: words.get("lang") === "en" ? "en" : "ru",
    zone: words.get("zone") || ZONE,
    events,
    asOf: words.get("as-of") ?? "",
    readings: Object.fromEntries(readings),
  };
}

function eventOf(text, kinds) {
  const [kind, ...parts] = text.split(";");
  if (!kinds.has(kind)) return null;
  const names = new Map(kinds.get(kind).fields.map((field) => [field.name, field]));
  const event = { kind, at: "" };
  for (const part of parts) {
    const place = part.indexOf("=");
    const name = part.slice(0, place);
    const value = unquoted(part.slice(place + 1));
    if (name === "at") event.at = value;
    else if (names.has(name)) event[name] = typed(names.get(name), value);
  }
  return event;
}

/** Return what was typed into a field as the documents have it: numbers are numbers. */
export function typed(field, value) {
  if (field.input === "number") return value === "" ? "" : Number(value);
  if (field.input === "choice") {
    return field.options.find((option) => String(option.id) === value)?.id ?? "";
  }
  return value;
}

/** Return the question the package is asked. */
export function question(state) {
  const filled = ([, value]) => value !== "" && value !== null;
  const events = state.events.map((event) => Object.fromEntries(Object.entries(event).filter(filled)));
  return {
    language: state.language,
    zone: state.zone,
    // The number of the record is of no account to any answer; there must be one (2.1).
    events: events.map((event) => (event.kind === "registered" ? { number: "1", ...event } : event)),
    as_of: state.asOf || null,
    readings: Object.entries(state.readings).map(([id, option]) => `${id}=${option}`),
  };
}

const quoted = (value) => String(value).replace(/[;%]/g, encodeURIComponent);
const unquoted = (text) => text.replace(/%(3B|25)/gi, decodeURIComponent);
