/// The program of the inspector page: it shows a report in the JSON form of version 1.
///
/// Everything from a token or a server becomes text, never markup. In a page that was written to a
/// file the report stands in the page; else a token is sent to the server that the page came from.
enum PageScript {
  static let text = #"""
    "use strict";
    const find = id => document.getElementById(id);
    function make(name, text, type) {
      const node = document.createElement(name);
      if (text !== undefined) node.textContent = text;
      if (type) node.className = type;
      return node;
    }
    function section(title, ...nodes) {
      const box = make("section");
      box.append(make("h2", title), ...nodes);
      return box;
    }
    const words = {
      decoded: "NOT VERIFIED (decoded only)", verified: "VERIFIED", rejected: "REJECTED",
      matched: "MATCHES THE REQUEST"
    };
    function verdict(report) {
      const node = find("verdict");
      let text = words[report.verdict] || report.verdict;
      const key = report.key === undefined ? "" : report.key.kid !== undefined
        ? ", key " + JSON.stringify(report.key.kid)
        : ", key number " + (report.key.index + 1) + " (without kid)";
      if (report.verdict === "verified") text += " " + report.algorithm + key;
      if (report.verdict === "matched") text += report.signature === "valid"
        ? ", signature VERIFIED " + report.algorithm + key
        : ", signature not checked (no key given)";
      const errors = report.findings.filter(finding => finding.severity === "error");
      if (report.verdict === "rejected" && errors.length) text += ": " + errors[0].message
        + (errors.length > 2 ? " and " + (errors.length - 1) + " more reasons"
          : errors.length > 1 ? " and 1 more reason" : "");
      node.textContent = text;
      node.className = report.verdict === "rejected" ? "bad"
        : report.signature === "valid" ? "good" : "open";
    }
    function bytes(part) {
      const text = atob(part.replace(/-/g, "+").replace(/_/g, "/"));
      return Uint8Array.from(text, letter => letter.charCodeAt(0));
    }
    function spans(report, segment, isDecoded) {
      const list = [];
      for (const finding of report.findings)
        for (const span of [finding.span].concat(finding.furtherSpans || []))
          if (span && span.segment === segment && span.decoded === isDecoded)
            list.push({from: span.offset, to: span.offset + Math.max(1, span.length), finding});
      return list.sort((a, b) => a.from - b.from);
    }
    // The ends of the lines that the members of an object are shown in; the bytes stay as they are.
    function ends(data) {
      const list = [];
      let depth = 0, isText = false;
      for (let index = 0; index < data.length; index++) {
        const byte = String.fromCharCode(data[index]);
        if (isText) {
          if (byte === "\\") index++;
          else if (byte === "\"") isText = false;
        } else if (byte === "\"") isText = true;
        else if (byte === "{" || byte === "[") { if (++depth === 1) list.push(index + 1); }
        else if (byte === "}" || byte === "]") { if (depth-- === 1) list.push(index); }
        else if (byte === "," && depth === 1) list.push(index + 1);
      }
      return list.concat(data.length);
    }
    // The bytes with each finding's place marked and its sentence under the first character of it.
    function marked(data, places) {
      const node = make("pre");
      const read = (from, to) => new TextDecoder().decode(data.slice(from, to));
      let start = 0, done = 0;
      for (const end of ends(data)) {
        const isInside = start > 0 && end < data.length, indent = isInside ? 2 : 0;
        const line = make("span", " ".repeat(indent), "line"), notes = [];
        for (const place of places.filter(place => place.from >= start && place.from < end)) {
          const from = Math.max(done, place.from), to = Math.min(place.to, end);
          const column = indent + read(start, place.from).length;
          if (to > from) {
            line.append(read(done, from), make("mark", read(from, to)));
            done = to;
          }
          notes.push(make("span", " ".repeat(Math.min(column, 40)) + "^ " + place.finding.message
            + " [" + place.finding.code + "]", "under"));
        }
        line.append(read(done, end));
        node.append(line, ...notes);
        start = done = end;
      }
      return node;
    }
    function part(title, report, token, index, name, value) {
      const text = (token || "").split(".")[index];
      if (text) {
        let data = null;
        try { data = bytes(text); } catch { data = null; }
        const isDecoded = data !== null && spans(report, name, false).length === 0;
        return section(title, isDecoded ? marked(data, spans(report, name, true))
          : marked(new TextEncoder().encode(text), spans(report, name, false)));
      }
      return section(title, make("pre", value === null ? "cannot be read" : JSON.stringify(value, null, 2)));
    }
    function whole(token) {
      const node = make("pre");
      token.split(".").forEach((text, index) => {
        if (index) node.append(".");
        node.append(make("span", text, "segment-" + Math.min(index, 2)));
      });
      return section("Token", node);
    }
    const date = seconds => {
      const time = new Date(seconds * 1000);
      return isNaN(time) ? seconds + " s" : time.toISOString().replace(".000Z", "Z");
    };
    function length(seconds) {
      const minutes = Math.floor(Math.abs(seconds) / 60);
      return minutes >= 60 ? Math.floor(minutes / 60) + " h " + minutes % 60 + " min" : minutes + " min";
    }
    function times(report) {
      const t = report.times;
      const start = t.issuedAt !== undefined ? t.issuedAt
        : t.endsAt !== undefined ? t.endsAt - 172800 : undefined;
      if (start === undefined) return section("48 hours", make("p", "The token says neither when it was made nor when it ends."));
      const end = t.endsAt !== undefined ? t.endsAt : start + 172800;
      const low = Math.min(start, t.now), high = Math.max(start + 172800, end, t.now);
      const place = value => (100 * (value - low) / Math.max(1, high - low)) + "%";
      const state = t.secondsLeft === undefined ? "" : t.secondsLeft > 0
        ? "ends in " + length(t.secondsLeft) : "ended " + length(t.secondsLeft) + " ago";
      const bar = make("div", undefined, "bar");
      bar.setAttribute("role", "img");
      bar.setAttribute("aria-label", "the token " + state);
      const life = make("i"), now = make("b");
      life.style.left = place(start);
      life.style.width = (100 * (end - start) / Math.max(1, high - low)) + "%";
      now.style.left = "calc(" + place(t.now) + " - 1px)";
      bar.append(life, now);
      const text = "made " + date(start) + " · now " + date(t.now) + " · ends " + date(end);
      return section("48 hours: " + state, bar, make("p", text, "dim"));
    }
    function findings(report) {
      const list = make("ul");
      for (const finding of report.findings) {
        const item = make("li", undefined, finding.severity);
        item.append(make("b", finding.severity + ": "), finding.message + " ", make("code", finding.code));
        if (finding.hint) item.append(make("p", finding.hint, "dim"));
        list.append(item);
      }
      return section("Findings", report.findings.length ? list : make("p", "none"));
    }
    function table(title, names, rows) {
      const node = make("table"), head = make("tr");
      for (const name of names) head.append(make("th", name));
      node.append(head);
      for (const row of rows) {
        const line = make("tr");
        for (const cell of row) line.append(make("td", cell));
        node.append(line);
      }
      return section(title, node);
    }
    const plain = value => value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
    function show(report, token) {
      verdict(report);
      const parts = [times(report), findings(report)];
      for (const [name, rows] of Object.entries(report.comparisons || {}))
        parts.push(table(name === "request" ? "Request" : "identify()", ["claim", "result", "asked", "found"],
          rows.map(row => [row.claim, row.outcome, plain(row.expected),
            row.found.map(place => plain(place.value) + " at " + place.pointer).join(", ") || "–"])));
      if (token) parts.push(whole(token));
      // What somebody must know who reads nothing but these two parts.
      const trust = report.signature === "valid" ? "" : " (not verified)";
      parts.push(part("Header" + trust, report, token, 0, "header", report.header),
        part("Claims" + trust, report, token, 1, "payload", report.claims));
      if (report.checks) parts.push(table("Checks", ["check", "result", "why"],
        report.checks.map(check => [check.name, check.outcome, (check.codes || []).join(", ") || check.reason || ""])));
      find("report").replaceChildren(...parts);
    }
    let latest = 0;
    async function inspect() {
      const number = ++latest, order = {token: find("token").value.trim()};
      if (!order.token) return;
      if (find("request").value.trim()) order.request = find("request").value;
      if (find("key").value.trim()) Object.assign(order,
        {key: find("key").value.trim(), algorithm: find("algorithm").value});
      let text, isGood = false, report = null;
      try {
        const answer = await fetch("inspect", {method: "POST", headers: {"Content-Type": "application/json"},
          body: JSON.stringify(order), cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer"});
        report = await answer.json();
        isGood = answer.ok;
        text = isGood ? "" : report.error.message;
      } catch { text = "The server does not answer."; }
      if (number !== latest) return;
      if (isGood) return show(report, order.token);
      find("verdict").textContent = text;
      find("verdict").className = "bad";
      find("report").replaceChildren();
    }
    const embedded = find("embedded");
    if (embedded) {
      const data = JSON.parse(embedded.textContent);
      show(data.report, data.token);
    } else {
      let timer;
      for (const id of ["token", "request", "key", "algorithm"])
        find(id).addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(inspect, 250); });
      find("form").addEventListener("submit", event => { event.preventDefault(); inspect(); });
    }
    """#
}
