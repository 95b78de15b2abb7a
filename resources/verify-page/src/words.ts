// Every sentence of the page, in English and Spanish. Plain words; nobody is blamed; nothing is promised that the page
// cannot do.

import type { Said } from "./facts";
import { REASON_EN, REASON_ES } from "./reason_words";
import type { Check, LeftOut, Verdict } from "./report";

export type Language = "en" | "es";

export interface Words {
  title: string;
  heading: string;
  languageButton: string;
  /** The other language, as its two letters. */
  languageName: string;
  until: (date: string) => string;
  ended: (date: string) => string;
  sharedWith: (to: string, purpose: string) => string;
  sharedOn: (date: string) => string;
  banner: Record<Verdict, string>;
  bannerHint: (verdict: Verdict, attention: number) => string;
  check: (check: Check, date: (text: string) => string, bound?: Bound) => [string, string];
  said: Record<Said, string>;
  ended_share: string;
  shows: string;
  results: string;
  evidence: string;
  howEarned: string;
  inside: (count: number) => string;
  issued: (date: string) => string;
  ends: (date: string) => string;
  subset: string;
  labelled: string;
  labelledUnchecked: string;
  leftOut: (parts: LeftOut) => string;
  saveCheck: string;
  saveOriginals: string;
  askIssuer: string;
  askIssuerHint: (hosts: string) => string;
  asking: string;
  askFailed: (hosts: string) => string;
  howReal: string;
  howRealText: string[];
  fingerprint: string;
  footer: string;
  technical: string;
  startTitle: string;
  startText: string;
  chooseFile: string;
  paste: string;
  pasteLabel: string;
  checkNow: string;
  camera: string;
  stopCamera: string;
  cameraHint: string;
  frames: (seen: number, count: number) => string;
  drop: string;
  checking: string;
  another: string;
  lockedTitle: string;
  passphraseLabel: string;
  open: string;
  fault: Record<Fault, [string, string]>;
  outcome: Record<Check["outcome"], string>;
  unnamed: string;
  sharedBy: (name: string) => string;
  verdictLine: Record<Verdict, string>;
}

/** What the sharer's signature names. */
export interface Bound {
  to?: string;
  purpose?: string;
  until?: string;
}

/** "a, b and c", of those that are there. */
function listed(last: string, parts: (string | false | undefined | "")[]): string {
  const there = parts.filter(Boolean) as string[];
  return there.length < 2 ? there.join("") : `${there.slice(0, -1).join(", ")} ${last} ${there.at(-1) ?? ""}`;
}

export type Fault =
  | "link_malformed"
  | "link_newer"
  | "too_large"
  | "not_readable"
  | "no_code"
  | "no_camera"
  | "wrong_passphrase"
  | "locked_for_key"
  | "locked_insecure";

const en: Words = {
  title: "Shared record",
  heading: "Shared record",
  languageButton: "Español",
  languageName: "es",
  until: (date) => `Until ${date}`,
  ended: (date) => `Ended ${date}`,
  sharedWith: (to, purpose) => (to && purpose ? `Shared with ${to}, ${purpose}` : to ? `Shared with ${to}` : purpose),
  sharedOn: (date) => `Shared on ${date}`,
  banner: {
    check: "The signature is genuine and nothing was changed.",
    unchecked: "Not everything could be checked.",
    invalid: "This is not valid.",
    unreadable: "This cannot be read.",
  },
  bannerHint: (verdict, attention) => {
    if (verdict === "check") return attention === 1 ? "1 thing to look at below." : `${attention} things to look at below.`;
    if (verdict === "unchecked") return "That says nothing good or bad. See below what is missing.";
    return "See below why. Ask the sender for a new copy.";
  },
  check: (check, date, bound = {}) => {
    const why = check.reason ? REASON_EN[check.reason] : "";
    switch (check.name) {
      case "structure":
        return ["It is not put together by the rules", why];
      case "proof":
        if (check.outcome === "passed") return ["Nothing was changed", "The signature matches."];
        return [check.outcome === "unknown" ? "Signature not checked" : "The signature is not good", why];
      case "issuer_binding":
        if (check.outcome === "passed") return ["Signed by the issuer", "The key that signed belongs to the issuer it names."];
        return [check.outcome === "unknown" ? "Issuer's key not confirmed" : "Not signed by this issuer", why];
      case "dates":
        if (check.outcome === "passed") {
          return ["Still in date", check.detail ? `It ends on ${date(check.detail)}.` : "It has no end date."];
        }
        return [check.outcome === "unknown" ? "Dates not checked" : "Not in date", why];
      case "status":
        if (check.outcome === "passed") return ["Not cancelled", check.detail ? `By the issuer's list of ${date(check.detail)}.` : "By the issuer's list."];
        if (check.outcome === "not_applicable") return ["No list of cancelled ones", "The issuer named no list that could cancel it."];
        return [check.outcome === "unknown" ? "Not known whether it was cancelled" : "Cancelled by the issuer", why];
      case "shared_by":
        if (check.outcome === "passed") {
          return ["Shared by the key it was given to", "Whoever shared it holds the key that the credential names."];
        }
        if (check.reason === "shared_by_issuer") return ["Issued by whoever shares it", why];
        if (check.outcome === "unknown") return ["Shared by another key than the one it was given to", why];
        return ["Whom it was given to could not be compared", why];
      case "issuer_trust":
        return ["Is this issuer who they say?", why];
      case "inner_credentials":
        return [check.outcome === "passed" ? "Every part was checked" : "Not every part is good", why];
      case "holder":
        if (check.outcome === "passed") {
          const nonce = check.detail ? ` They repeat the nonce ${check.detail}: compare it with yours.` : "";
          const named = listed("and", [bound.to && "this receiver", bound.purpose && "this reason", bound.until && "this end date"]);
          const end = bound.until ? "" : " There is no end date.";
          return ["Put together by the person sharing", `They signed ${named ? `for ${named}` : "it for nobody in particular"}.${end}${nonce}`];
        }
        if (check.reason === "expired") return ["This share has ended", "The person sharing set an end date, and it has passed."];
        return [check.outcome === "unknown" ? "The sharer's signature was not checked" : "The sharer's signature is not good", why];
    }
  },
  said: {
    creditsEarned: "Credits",
    term: "Term",
    role: "Role",
    licenseNumber: "License number",
    activityStartDate: "First day",
    activityEndDate: "Last day",
    narrative: "About this work",
  },
  ended_share: "This share has ended",
  shows: "What it shows",
  results: "Results",
  evidence: "Evidence",
  howEarned: "How it was earned",
  inside: (count) => `${count} inside this record`,
  issued: (date) => date,
  ends: (date) => `ends ${date}`,
  labelled: "The person sharing labelled this: not valid when it was shared.",
  labelledUnchecked: "The person sharing labelled this: it could not be checked when it was shared.",
  leftOut: ({ of, count }) => {
    if (of === "unknown") return "Parts may have been left out. This kind of signature does not say how many.";
    if (of === "statements") return `${count} single ${count === 1 ? "statement is" : "statements are"} not shown. One part can be several of them.`;
    return count === 1
      ? "1 part is not shown, or it is a placeholder of the issuer."
      : `${count} parts are not shown. Some may be placeholders of the issuer.`;
  },
  subset: "Part of a longer record, chosen by the person sharing. The issuer did not say that this is all of it.",
  saveCheck: "Save a copy of this check",
  saveOriginals: "Save the original credentials",
  askIssuer: "Finish checking online",
  askIssuerHint: (hosts) => `Asks ${hosts}. That site will see your network address.`,
  asking: "Asking …",
  askFailed: (hosts) => `No usable answer from ${hosts}. Some sites do not answer pages like this one; the ler-wallet program can ask them.`,
  howReal: "How do I know this is real?",
  howRealText: [
    "Your browser did the checking. The record was in the link or file itself; nothing was sent anywhere.",
    "A file from a stranger can hold a page that lies. For an important decision, open your own copy of this page, or another Open Badges 3.0 checker, and hand it the original credentials.",
    "A good signature shows who holds the key, not that a name is true. If you do not know the issuer, ask them.",
  ],
  fingerprint: "Fingerprint of what was shared (SHA-256)",
  footer: "The person sharing chose what you see. This page sends nothing back.",
  technical: "Technical details",
  startTitle: "Check a shared record",
  startText: "Open a file somebody sent you, paste a link, or scan a QR code. Checking happens on this device.",
  chooseFile: "Choose a file or picture",
  paste: "Paste a link or text",
  pasteLabel: "The link or text you were sent",
  checkNow: "Check it",
  camera: "Scan with the camera",
  stopCamera: "Stop the camera",
  cameraHint: "Hold the code in front of the camera.",
  frames: (seen, count) => `${seen} of ${count} codes are here. The others are needed, too.`,
  drop: "or drop it here",
  checking: "Checking …",
  another: "Check another",
  lockedTitle: "This share is locked",
  passphraseLabel: "Passphrase you were given",
  open: "Open",
  fault: {
    link_malformed: ["This link is not complete, or it was changed.", "Ask the sender to send it again; some programs cut long links."],
    link_newer: ["This link is from a newer wallet.", "Open it with a newer copy of this page."],
    too_large: ["This is too large.", "Ask the sender for a file with less in it."],
    not_readable: ["There is no credential in this.", "Choose the file that the person shared with you."],
    no_code: ["No QR code was found in this picture.", "Try a sharper picture, straight from the front."],
    no_camera: ["The camera cannot be used.", "Allow it for this page, or choose a picture instead."],
    wrong_passphrase: ["This passphrase does not open it.", "Check the letters, and ask the sender again."],
    locked_for_key: ["This share is locked for one receiver's key.", "Open it with the ler-wallet program and that key."],
    locked_insecure: ["A locked share cannot be opened on this page.", "Open a copy of this page from a disk or an https address."],
  },
  outcome: { passed: "Good", failed: "Not good", unknown: "Not checked", not_applicable: "Does not apply" },
  unnamed: "Credential without a name",
  sharedBy: (name) => name,
  verdictLine: { check: "Genuine", unchecked: "Not fully checked", invalid: "Not valid", unreadable: "Cannot be read" },
};

const es: Words = {
  title: "Registro compartido",
  heading: "Registro compartido",
  languageButton: "English",
  languageName: "en",
  until: (date) => `Hasta ${date}`,
  ended: (date) => `Terminó ${date}`,
  sharedWith: (to, purpose) => (to && purpose ? `Compartido con ${to}, ${purpose}` : to ? `Compartido con ${to}` : purpose),
  sharedOn: (date) => `Compartido el ${date}`,
  banner: {
    check: "La firma es auténtica y nada cambió.",
    unchecked: "No se pudo revisar todo.",
    invalid: "Esto no es válido.",
    unreadable: "Esto no se puede leer.",
  },
  bannerHint: (verdict, attention) => {
    if (verdict === "check") return attention === 1 ? "Hay 1 cosa que mirar abajo." : `Hay ${attention} cosas que mirar abajo.`;
    if (verdict === "unchecked") return "Eso no dice nada bueno ni malo. Mira abajo lo que falta.";
    return "Mira abajo por qué. Pide una copia nueva a quien lo envió.";
  },
  check: (check, date, bound = {}) => {
    const why = check.reason ? REASON_ES[check.reason] : "";
    switch (check.name) {
      case "structure":
        return ["No está armado según las reglas", why];
      case "proof":
        if (check.outcome === "passed") return ["Nada cambió", "La firma coincide."];
        return [check.outcome === "unknown" ? "Firma sin revisar" : "La firma no es buena", why];
      case "issuer_binding":
        if (check.outcome === "passed") return ["Firmado por el emisor", "La clave que firmó es del emisor que se nombra."];
        return [check.outcome === "unknown" ? "Clave del emisor sin confirmar" : "No lo firmó este emisor", why];
      case "dates":
        if (check.outcome === "passed") {
          return ["Vigente", check.detail ? `Termina el ${date(check.detail)}.` : "No tiene fecha de fin."];
        }
        return [check.outcome === "unknown" ? "Fechas sin revisar" : "Fuera de fecha", why];
      case "status":
        if (check.outcome === "passed") return ["No está cancelada", check.detail ? `Según la lista del emisor del ${date(check.detail)}.` : "Según la lista del emisor."];
        if (check.outcome === "not_applicable") return ["Sin lista de canceladas", "El emisor no nombró una lista que pudiera cancelarla."];
        return [check.outcome === "unknown" ? "No se sabe si fue cancelada" : "Cancelada por el emisor", why];
      case "shared_by":
        if (check.outcome === "passed") {
          return ["Lo comparte la clave que lo recibió", "Quien lo compartió tiene la clave que la credencial nombra."];
        }
        if (check.reason === "shared_by_issuer") return ["La emitió quien la comparte", why];
        if (check.outcome === "unknown") return ["Lo comparte otra clave que la que lo recibió", why];
        return ["No se pudo comparar a quién se dio", why];
      case "issuer_trust":
        return ["¿Es el emisor quien dice ser?", why];
      case "inner_credentials":
        return [check.outcome === "passed" ? "Se revisó cada parte" : "No todas las partes son buenas", why];
      case "holder":
        if (check.outcome === "passed") {
          const nonce = check.detail ? ` Repite el número único ${check.detail}: compáralo con el tuyo.` : "";
          const named = listed("y", [bound.to && "este destinatario", bound.purpose && "este motivo", bound.until && "esta fecha de fin"]);
          const end = bound.until ? "" : " No hay fecha de fin.";
          return ["Reunido por quien comparte", `Firmó para ${named || "nadie en particular"}.${end}${nonce}`];
        }
        if (check.reason === "expired") return ["Este envío terminó", "Quien comparte puso una fecha de fin, y ya pasó."];
        return [check.outcome === "unknown" ? "Firma de quien comparte sin revisar" : "La firma de quien comparte no es buena", why];
    }
  },
  said: {
    creditsEarned: "Créditos",
    term: "Período",
    role: "Función",
    licenseNumber: "Número de licencia",
    activityStartDate: "Primer día",
    activityEndDate: "Último día",
    narrative: "Sobre este trabajo",
  },
  ended_share: "Este envío terminó",
  shows: "Lo que muestra",
  results: "Resultados",
  evidence: "Pruebas del trabajo",
  howEarned: "Cómo se obtuvo",
  inside: (count) => `${count} dentro de este registro`,
  issued: (date) => date,
  ends: (date) => `termina ${date}`,
  labelled: "Quien comparte marcó esto: no era válido cuando se compartió.",
  labelledUnchecked: "Quien comparte marcó esto: no se pudo comprobar cuando se compartió.",
  leftOut: ({ of, count }) => {
    if (of === "unknown") return "Puede que falten partes. Este tipo de firma no dice cuántas.";
    if (of === "statements") return `${count === 1 ? "No se muestra 1 dato suelto" : `No se muestran ${count} datos sueltos`}. Una parte puede tener varios.`;
    return count === 1
      ? "No se muestra 1 parte, o es un marcador del emisor."
      : `No se muestran ${count} partes. Algunas pueden ser marcadores del emisor.`;
  },
  subset: "Parte de un registro más largo, elegida por quien comparte. El emisor no dijo que esto sea todo.",
  saveCheck: "Guardar una copia de esta revisión",
  saveOriginals: "Guardar las credenciales originales",
  askIssuer: "Terminar de revisar en línea",
  askIssuerHint: (hosts) => `Pregunta a ${hosts}. Ese sitio verá la dirección de tu red.`,
  asking: "Preguntando …",
  askFailed: (hosts) => `${hosts} no dio una respuesta útil. Algunos sitios no responden a páginas como esta; el programa ler-wallet puede preguntarles.`,
  howReal: "¿Cómo sé que esto es real?",
  howRealText: [
    "La revisión se hizo en tu navegador. El registro venía en el propio enlace o archivo; no se envió nada a ningún lugar.",
    "Un archivo de un desconocido puede traer una página que miente. Para una decisión importante, abre tu propia copia de esta página, u otro programa que revise Open Badges 3.0, y dale las credenciales originales.",
    "Una firma buena muestra quién tiene la clave, no que un nombre sea verdadero. Si no conoces al emisor, pregúntale.",
  ],
  fingerprint: "Huella de lo compartido (SHA-256)",
  footer: "Quien comparte eligió lo que ves. Esta página no envía nada de vuelta.",
  technical: "Detalles técnicos",
  startTitle: "Revisar un registro compartido",
  startText: "Abre un archivo que te enviaron, pega un enlace o escanea un código QR. La revisión se hace en este aparato.",
  chooseFile: "Elegir un archivo o una imagen",
  paste: "Pegar un enlace o texto",
  pasteLabel: "El enlace o texto que te enviaron",
  checkNow: "Revisar",
  camera: "Escanear con la cámara",
  stopCamera: "Detener la cámara",
  cameraHint: "Pon el código delante de la cámara.",
  frames: (seen, count) => `Ya hay ${seen} de ${count} códigos. Faltan los demás.`,
  drop: "o suéltalo aquí",
  checking: "Revisando …",
  another: "Revisar otro",
  lockedTitle: "Este envío está cerrado",
  passphraseLabel: "La frase secreta que te dieron",
  open: "Abrir",
  fault: {
    link_malformed: ["Este enlace no está completo, o se cambió.", "Pide que te lo envíen otra vez; algunos programas cortan los enlaces largos."],
    link_newer: ["Este enlace es de una versión más nueva.", "Ábrelo con una copia más nueva de esta página."],
    too_large: ["Esto es demasiado grande.", "Pide un archivo con menos contenido."],
    not_readable: ["Aquí no hay ninguna credencial.", "Elige el archivo que te compartieron."],
    no_code: ["No se encontró ningún código QR en esta imagen.", "Prueba con una imagen más nítida, tomada de frente."],
    no_camera: ["No se puede usar la cámara.", "Permítela para esta página, o elige una imagen."],
    wrong_passphrase: ["Esta frase secreta no lo abre.", "Revisa las letras y pregunta otra vez a quien lo envió."],
    locked_for_key: ["Este envío está cerrado para la clave de un destinatario.", "Ábrelo con el programa ler-wallet y esa clave."],
    locked_insecure: ["Un envío cerrado no se puede abrir en esta página.", "Abre una copia de esta página desde un disco o una dirección https."],
  },
  outcome: { passed: "Bien", failed: "Mal", unknown: "Sin revisar", not_applicable: "No corresponde" },
  unnamed: "Credencial sin nombre",
  sharedBy: (name) => name,
  verdictLine: { check: "Auténtica", unchecked: "No revisada del todo", invalid: "No válida", unreadable: "No se puede leer" },
};

export const WORDS: Record<Language, Words> = { en, es };
