// Puts a report on the page. Every text of a stranger becomes a text node; nothing is ever parsed as HTML.

import { type Facts, factsOf, plain } from "./facts";
import { type IconName, icon } from "./icons";
import type { Check, CredentialReport } from "./report";
import type { ShareReport } from "./verify";
import type { Fault, Words } from "./words";

type Child = Node | string | null | undefined | false;

export function element(
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Child | Child[])[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children.flat()) if (child) made.append(child);
  return made;
}

export interface Actions {
  saveCheck: () => void;
  saveOriginals: () => void;
  askIssuer: (() => void) | undefined;
  another: () => void;
}

const ICONS = {
  passed: "circle-check",
  failed: "octagon-x",
  unknown: "wifi-off",
  not_applicable: "circle-dash",
} as const;
const BANNERS = {
  check: "circle-check",
  unchecked: "wifi-off",
  invalid: "octagon-x",
  unreadable: "octagon-x",
} as const;

export class View {
  constructor(
    private readonly words: Words,
    private readonly locale: string,
  ) {}

  date = (text: string): string => {
    const time = new Date(text);
    if (Number.isNaN(time.getTime())) return plain(text, 40);
    return new Intl.DateTimeFormat(this.locale, { dateStyle: "medium", timeZone: "UTC" }).format(time);
  };

  /** Short enough for a chip: the year only where it is another one. */
  day = (text: string): string => {
    const time = new Date(text);
    if (Number.isNaN(time.getTime())) return plain(text, 40);
    const isThisYear = time.getUTCFullYear() === new Date().getUTCFullYear();
    const form = { day: "numeric", month: "short", timeZone: "UTC" } as const;
    return new Intl.DateTimeFormat(this.locale, isThisYear ? form : { ...form, year: "numeric" }).format(time);
  };

  private month(text: string): string {
    const time = new Date(text);
    if (Number.isNaN(time.getTime())) return plain(text, 40);
    return new Intl.DateTimeFormat(this.locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(time);
  }

  report(share: ShareReport, fingerprint: string, actions: Actions, note: Node | null): Node[] {
    const facts = share.credentials.map((one) => (one.document ? factsOf(one.document) : null));
    const people = [...new Set(facts.map((one) => one?.person).filter((one) => one !== undefined))];
    const to = this.words.sharedWith(plain(share.to ?? "", 120), plain(share.purpose ?? "", 120));
    const parts: Child[] = [
      this.banner(share),
      people.length === 1 && element("h2", { class: "person" }, plain(people[0] as string, 120)),
      to && element("p", { class: "to" }, to),
      share.isLabelled && element("p", { class: "note" }, icon("info"), this.words.labelled),
      share.isLabelledUnchecked && element("p", { class: "note" }, icon("info"), this.words.labelledUnchecked),
      !share.isComplete && element("p", { class: "note" }, icon("info"), this.words.subset),
      share.checks.length > 0 && element("ul", { class: "checks share" }, share.checks.map((one) => this.check(one, share))),
      ...share.credentials.map((one, at) => this.credential(one, facts[at] ?? null)),
      this.buttons(share, actions, note),
      this.howReal(fingerprint),
    ];
    return parts.filter((part) => part instanceof Node);
  }

  private banner(share: ShareReport): HTMLElement {
    const all = [...share.checks, ...share.credentials.flatMap((one) => one.checks)];
    const names = new Set(all.filter((one) => one.outcome === "unknown").map((one) => one.name));
    const isEnded = share.checks.some((one) => one.reason === "expired");
    const text = share.verdict === "invalid" && isEnded ? this.words.ended_share : this.words.banner[share.verdict];
    return element(
      "div",
      { class: `banner ${share.verdict}`, id: "verdict", role: "status", "data-verdict": share.verdict },
      icon(BANNERS[share.verdict]),
      element("p", {}, element("strong", {}, text), " ", this.words.bannerHint(share.verdict, names.size)),
    );
  }

  private credential(report: CredentialReport, facts: Facts | null): HTMLElement {
    const title = plain(facts?.title || this.words.unnamed, 200);
    const when = [
      facts?.issued ? this.words.issued(this.month(facts.issued)) : "",
      facts?.ends ? this.words.ends(this.month(facts.ends)) : "",
    ].filter(Boolean);
    return element(
      "article",
      { class: "card", "data-verdict": report.verdict },
      element(
        "header",
        {},
        this.picture(facts),
        element(
          "div",
          {},
          element("h2", { class: "name" }, title),
          facts && element("p", { class: "issuer" }, plain(facts.issuer, 200)),
          when.length > 0 && element("p", { class: "when" }, when.join(" · ")),
        ),
      ),
      element("ul", { class: "checks" }, report.checks.map((one) => this.check(one))),
      report.leftOut &&
        element("p", { class: "note", "data-left-out": String(report.leftOut.count) }, icon("info"), this.words.leftOut(report.leftOut)),
      facts && this.facts(facts),
      report.inner.length > 0 && this.inner(report.inner),
      this.technical(report),
    );
  }

  private picture(facts: Facts | null): HTMLElement {
    if (facts?.picture) return element("img", { src: facts.picture, alt: "", width: "64", height: "64" });
    return element("span", { class: "badge" }, icon("award"));
  }

  private check(check: Check, share?: ShareReport): HTMLElement {
    const [title, hint] = this.words.check(check, this.date, share);
    // what a person should look at, and no check of the credential itself
    const isAdvice = check.name === "issuer_trust" || (check.name === "shared_by" && check.outcome === "unknown");
    const spoken = check.name === "shared_by" && check.outcome !== "passed" ? "unknown" : check.outcome;
    return element(
      "li",
      { class: isAdvice ? "advice" : check.outcome, "data-check": check.name, "data-outcome": check.outcome },
      icon(isAdvice ? "triangle-alert" : ICONS[check.outcome]),
      element(
        "div",
        {},
        element("span", { class: "visually-hidden" }, `${this.words.outcome[spoken]}: `),
        element("strong", {}, title),
        hint && element("p", {}, plain(hint, 600)),
      ),
    );
  }

  private facts(facts: Facts): HTMLElement {
    const section = (heading: string, ...children: (Child | Child[])[]): HTMLElement =>
      element("section", {}, element("h3", {}, heading), ...children);
    return element(
      "div",
      { class: "facts" },
      facts.description && element("p", {}, plain(facts.description)),
      facts.criteria && section(this.words.howEarned, element("p", {}, plain(facts.criteria))),
      facts.skills.length > 0 &&
        section(
          this.words.shows,
          element("ul", { class: "skills" }, facts.skills.map((skill) => element("li", {}, plain(skill, 120)))),
        ),
      facts.claims.length > 0 &&
        section(
          this.words.shows,
          element("ul", {}, facts.claims.map(([name, value]) => element("li", {}, `${plain(name, 80)}: ${plain(value, 300)}`))),
        ),
      facts.said.length > 0 &&
        element(
          "section",
          {},
          element("ul", {}, facts.said.map(([name, value]) =>
            element("li", {}, `${this.words.said[name]}: ${plain(name.endsWith("Date") ? this.date(value) : value)}`))),
        ),
      facts.results.length > 0 &&
        section(this.words.results, element("ul", {}, facts.results.map((line) => element("li", {}, plain(line, 200))))),
      facts.evidence.length > 0 &&
        section(this.words.evidence, element("ul", {}, facts.evidence.map((line) => element("li", {}, plain(line))))),
    );
  }

  private inner(reports: CredentialReport[]): HTMLElement {
    return element(
      "details",
      { class: "inner" },
      element("summary", {}, this.words.inside(reports.length)),
      reports.map((one) => this.credential(one, one.document ? factsOf(one.document) : null)),
    );
  }

  private technical(report: CredentialReport): HTMLElement {
    const lines = report.checks.map((one) => [one.name, one.outcome, one.reason, one.detail].filter(Boolean).join("  "));
    return element(
      "details",
      { class: "technical" },
      element("summary", {}, this.words.technical),
      element("pre", { tabindex: "0" }, plain(lines.join("\n")), "\n\n", plain(JSON.stringify(report.document, null, 2) ?? "", 200_000)),
    );
  }

  private buttons(share: ShareReport, actions: Actions, note: Node | null): HTMLElement {
    const missing = [...new Set(share.credentials.flatMap((one) => one.missing))].map(hostOf);
    const button = (name: IconName, label: string, act: () => void, kind = ""): HTMLElement => {
      const made = element("button", { type: "button", class: kind, "data-act": label }, icon(name), label);
      made.addEventListener("click", act);
      return made;
    };
    return element(
      "div",
      { class: "buttons" },
      actions.askIssuer &&
        element(
          "div",
          { class: "ask" },
          button("refresh", this.words.askIssuer, actions.askIssuer, "primary"),
          element("p", { class: "hint" }, this.words.askIssuerHint([...new Set(missing)].join(", "))),
        ),
      note,
      button("save", this.words.saveCheck, actions.saveCheck),
      button("file-check", this.words.saveOriginals, actions.saveOriginals),
      button("search", this.words.another, actions.another, "quiet"),
    );
  }

  private howReal(fingerprint: string): HTMLElement {
    return element(
      "details",
      { class: "how" },
      element("summary", {}, icon("info"), this.words.howReal),
      this.words.howRealText.map((line) => element("p", {}, line)),
      element("p", {}, this.words.fingerprint),
      element("code", {}, fingerprint),
    );
  }

  fault(fault: Fault): HTMLElement {
    const [happened, todo] = this.words.fault[fault];
    return element(
      "div",
      { class: "banner unreadable", role: "alert", "data-fault": fault },
      icon("octagon-x"),
      element("p", {}, element("strong", {}, happened), " ", todo),
    );
  }
}

export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return plain(url, 80);
  }
}
