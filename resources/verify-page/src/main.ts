// The page: where a share comes from, and what happens with it.
// Nothing is fetched before the reader presses a button, nothing is kept, and nothing is sent back.

import "./subtle_fallback";
import { type Bytes, fromUtf8, utf8 } from "./bytes";
import { readDrawing, readPicture, watchCamera } from "./codes";
import { Documents, fetchMissing } from "./documents";
import { plain } from "./facts";
import { FrameCollector, isFrame } from "./frames";
import { icon } from "./icons";
import { JsonError } from "./json";
import { LinkError, decodeLink, isLink } from "./link";
import { WrongPassphrase, lockOf, unlock } from "./locked";
import { Refusal, Undecided } from "./report";
import { fingerprint } from "./tokens";
import { type ShareReport, verifyShare } from "./verify";
import { View, element, hostOf } from "./view";
import { type Fault, type Language, WORDS } from "./words";

const MAX_FILE_BYTES = 20_000_000;
const EMBEDDED = "ler-bundle";

class Page {
  private language: Language = navigator.languages.find((one) => /^(en|es)\b/i.test(one))?.slice(0, 2).toLowerCase() === "es" ? "es" : "en";
  private share: { text: string; documents: Documents; report: ShareReport; mark: string } | undefined;
  private locked: string | undefined;
  private fault: Fault | undefined;
  private unanswered: string[] = [];
  private camera: AbortController | undefined;
  private readonly frames = new FrameCollector();

  private get words() {
    return WORDS[this.language];
  }

  async start(): Promise<void> {
    addEventListener("hashchange", () => void this.fromAddress());
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const text = event.dataTransfer?.getData("text/plain");
      if (files.length > 0) void this.fromFiles(files);
      else if (text) void this.fromText(text);
    });
    const embedded = document.getElementById(EMBEDDED)?.textContent?.trim();
    if (embedded) await this.fromText(embedded);
    else await this.fromAddress();
  }

  private async fromAddress(): Promise<void> {
    if (location.hash.length > 1) await this.fromText(location.hash);
    else this.draw();
  }

  /** Several pictures are the frames of one share. */
  private async fromFiles(files: File[]): Promise<void> {
    if (files.length === 0) return;
    this.busy(); // a large picture takes a while to read
    for (const file of files) await this.fromFile(file);
  }

  private async fromFile(file: File): Promise<void> {
    if (file.size > MAX_FILE_BYTES) return this.refuse("too_large");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isPicture = /^image\/(png|jpeg|webp|gif)$/.test(file.type);
    if (!isPicture) return this.fromBytes(bytes);
    const found = await readPicture(file).catch(() => undefined);
    if (found === undefined) return this.refuse("no_code");
    return this.fromText(found);
  }

  private async fromBytes(bytes: Bytes): Promise<void> {
    let text: string;
    try {
      text = fromUtf8(bytes);
    } catch {
      return this.refuse("not_readable");
    }
    const drawn = readDrawing(text);
    if (drawn !== undefined) return this.fromText(drawn);
    // A file made by the wallet: the same page with the share inside.
    if (/^\s*<!doctype html/i.test(text)) {
      const inside = new DOMParser().parseFromString(text, "text/html").getElementById(EMBEDDED)?.textContent;
      if (!inside) return this.refuse("not_readable");
      text = inside;
    }
    return this.fromText(text);
  }

  private async fromText(given: string): Promise<void> {
    let text = given;
    if (isFrame(given)) {
      try {
        const whole = this.frames.add(given);
        if (whole === undefined) return this.waitForMore();
        text = whole;
      } catch (error) {
        return this.refuse(faultOf(error));
      }
    }
    const lock = lockOf(text);
    if (lock !== undefined) {
      this.share = undefined;
      this.fault = lock === "key" ? "locked_for_key" : globalThis.isSecureContext ? undefined : "locked_insecure";
      this.locked = this.fault === undefined ? text : undefined;
      return this.draw();
    }
    this.busy();
    const isInLink = isLink(text) || text.startsWith("#");
    try {
      await this.check(isInLink ? fromUtf8(decodeLink(text)) : text, new Documents());
    } catch (error) {
      const fault = faultOf(error);
      // a link has no checksum: one with another letter may well unpack, to nothing that can be read
      this.refuse(isInLink && fault === "not_readable" ? "link_malformed" : fault);
    }
  }

  private async check(text: string, documents: Documents): Promise<void> {
    const report = await verifyShare(text, documents, new Date());
    this.share = { text, documents, report, mark: await fingerprint(utf8(text)) };
    this.fault = undefined;
    this.locked = undefined;
    this.draw();
  }

  private async askIssuer(): Promise<void> {
    if (!this.share) return;
    const { text, documents, report } = this.share;
    const asked = new Set<string>();
    // A key's document may name a list only once it is there: three rounds are enough for all that exists.
    for (let round = 0, missing = missingOf(report); round < 3 && missing.length > 0; round += 1) {
      this.unanswered = await fetchMissing(documents, missing, new Date());
      missing.forEach((url) => asked.add(url));
      await this.check(text, documents);
      missing = missingOf(this.share.report).filter((url) => !asked.has(url));
    }
    this.draw();
  }

  private async open(passphrase: string): Promise<void> {
    const text = this.locked;
    if (text === undefined || passphrase === "") return;
    this.busy();
    try {
      await this.check(await unlock(text, passphrase), new Documents());
    } catch (error) {
      if (!(error instanceof WrongPassphrase)) return this.refuse(faultOf(error));
      this.fault = "wrong_passphrase";
      this.draw();
    }
  }

  /** Some frames are there, others are not. */
  private waitForMore(): void {
    this.share = undefined;
    this.locked = undefined;
    this.fault = undefined;
    this.draw();
  }

  private refuse(fault: Fault): void {
    this.share = undefined;
    this.locked = undefined;
    this.fault = fault;
    this.draw();
  }

  private busy(): void {
    document.getElementById("main")?.replaceChildren(element("p", { role: "status" }, this.words.checking));
  }

  private draw(): void {
    const words = this.words;
    document.documentElement.lang = this.language;
    document.title = words.title;
    const view = new View(words, this.language);
    document.getElementById("top")?.replaceChildren(...this.top(view));
    const main = document.getElementById("main");
    const shown = this.share ? this.result(view) : this.locked ? this.lockedPart(view) : this.inputs(view);
    main?.replaceChildren(...shown);
    document.getElementById("foot")?.replaceChildren(words.footer);
  }

  private top(view: View): Node[] {
    const words = this.words;
    const until = this.share?.report.until;
    const isOver = until !== undefined && new Date(until) <= new Date();
    const other = { type: "button", class: "quiet", lang: words.languageName, title: words.languageButton };
    const toggle = element("button", { ...other, "aria-label": `${words.languageName.toUpperCase()}: ${words.languageButton}` }, words.languageName.toUpperCase());
    toggle.addEventListener("click", () => {
      this.language = this.language === "en" ? "es" : "en";
      this.draw();
    });
    const chip = until && element("span", { class: "until" }, icon("clock"), (isOver ? words.ended : words.until)(view.day(until)));
    return [element("h1", {}, icon("wallet"), words.heading), toggle, ...(chip ? [chip] : [])];
  }

  private result(view: View): Node[] {
    const share = this.share!;
    const missing = missingOf(share.report);
    const asked = this.unanswered.filter((url) => missing.includes(url));
    const note = asked.length > 0 ? element("p", { class: "hint", role: "status" }, this.words.askFailed([...new Set(asked.map(hostOf))].join(", "))) : null;
    return view.report(
      share.report,
      share.mark,
      {
        saveCheck: () => this.saveCheck(),
        saveOriginals: () => this.saveOriginals(),
        askIssuer: missing.length > 0 ? () => void this.askIssuer() : undefined,
        another: () => {
          this.share = undefined;
          this.unanswered = [];
          history.replaceState(null, "", location.pathname);
          this.draw();
        },
      },
      note,
    );
  }

  private lockedPart(view: View): Node[] {
    const words = this.words;
    const field = element("input", { type: "password", id: "words", autocomplete: "off" }) as HTMLInputElement;
    const form = element(
      "form",
      { class: "paste" },
      element("label", { for: "words" }, words.passphraseLabel),
      field,
      element("button", { type: "submit", class: "primary" }, words.open),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.open(field.value);
    });
    return [...(this.fault ? [view.fault(this.fault)] : []), element("h2", {}, words.lockedTitle), form];
  }

  private inputs(view: View): Node[] {
    const words = this.words;
    const file = element("input", { type: "file", id: "file", class: "visually-hidden", multiple: "" }) as HTMLInputElement;
    file.addEventListener("change", () => {
      void this.fromFiles([...(file.files ?? [])]);
    });
    const text = element("textarea", { id: "text", rows: "4", autocomplete: "off", spellcheck: "false" }) as HTMLTextAreaElement;
    const go = element("button", { type: "button", class: "primary" }, icon("search"), words.checkNow);
    go.addEventListener("click", () => {
      if (text.value.trim()) void this.fromText(text.value.trim());
    });
    return [
      ...(this.fault ? [view.fault(this.fault)] : []),
      ...(this.frames.seen > 0 ? [element("p", { role: "status", id: "frames" }, words.frames(this.frames.seen, this.frames.count))] : []),
      element("h2", {}, words.startTitle),
      element("p", {}, words.startText),
      element(
        "div",
        { class: "drop" },
        file,
        element("label", { for: "file", class: "button primary" }, icon("upload"), words.chooseFile),
        element("p", { class: "hint" }, words.drop),
      ),
      element("div", { class: "paste" }, element("label", { for: "text" }, words.pasteLabel), text, go),
      ...this.cameraPart(),
    ];
  }

  /** Only where the browser lends a camera: not on plain http. */
  private cameraPart(): Node[] {
    if (!navigator.mediaDevices?.getUserMedia) return [];
    const words = this.words;
    const video = element("video", { playsinline: "", muted: "", hidden: "", "aria-label": words.cameraHint }) as HTMLVideoElement;
    const button = element("button", { type: "button" }, icon("qr"), words.camera);
    const hint = element("p", { class: "hint", role: "status" });
    button.addEventListener("click", () => {
      if (this.camera) {
        this.camera.abort();
        return;
      }
      this.camera = new AbortController();
      video.hidden = false;
      hint.textContent = words.cameraHint;
      button.lastChild!.textContent = words.stopCamera;
      const take = (text: string): string | undefined => {
        if (!isFrame(text)) return text;
        try {
          const whole = this.frames.add(text);
          hint.textContent = words.frames(this.frames.seen, this.frames.count);
          return whole;
        } catch {
          return undefined; // a frame read wrong: the row comes round again
        }
      };
      watchCamera(video, this.camera.signal, take)
        .then((found) => (found === undefined ? this.draw() : this.fromText(found)))
        .catch(() => this.refuse("no_camera"))
        .finally(() => (this.camera = undefined));
    });
    return [element("div", { class: "camera" }, button, video, hint)];
  }

  /** A plain text of what was found, for the receiver's own records. */
  private saveCheck(): void {
    const { report, mark } = this.share!;
    const words = this.words;
    const view = new View(words, this.language);
    const lines = [
      `${words.heading}: ${words.verdictLine[report.verdict]}`,
      words.sharedWith(report.to ?? "", report.purpose ?? ""),
      new Date().toISOString(),
      `${words.fingerprint}: ${mark}`,
      "",
    ];
    for (const check of report.checks) lines.push(lineOf(words.check(check, view.date, report), words.outcome[check.outcome]));
    for (const credential of report.credentials) {
      const document = credential.document;
      lines.push("", `${String(document?.["id"] ?? "")} ${words.verdictLine[credential.verdict]}`);
      for (const check of credential.checks) lines.push(lineOf(words.check(check, view.date), words.outcome[check.outcome]));
      if (credential.leftOut) lines.push(`- ${words.leftOut(credential.leftOut)}`);
    }
    save("check.txt", "text/plain", lines.join("\n"));
  }

  private saveOriginals(): void {
    this.share!.report.credentials.forEach((one, at) => {
      const { kind, bytes, text } = one.original;
      const suffix = kind.endsWith("jwt") ? "txt" : kind;
      save(`credential-${at + 1}.${suffix}`, "application/octet-stream", bytes ?? text);
    });
  }
}

function lineOf([title, hint]: [string, string], outcome: string): string {
  return `- ${outcome}: ${title}. ${plain(hint, 600).replace(/\s+/g, " ")}`;
}

function missingOf(report: ShareReport): string[] {
  return [...new Set(report.credentials.flatMap((one) => one.missing))].filter((url) => url.startsWith("https://"));
}

function faultOf(error: unknown): Fault {
  if (error instanceof LinkError) return error.fault;
  if (error instanceof Undecided) return "link_newer";
  if (error instanceof JsonError || error instanceof Refusal) return "not_readable";
  return "not_readable";
}

function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: url, download: name }) as HTMLAnchorElement;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

void new Page().start();
